import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { readTrigger } from './read-trigger.ts';
import { readerOf } from './reader.ts';

const where = { feature: 'orders', scope: '@repo' };
const handler = 'packages/features/orders/src/handlers/on-auth-user-left.v1.handler.ts';

for (const [what, code, isParsed, contract] of [
  ['what hears its contract', "import { userLeftV1 } from '@repo/auth-contracts/events/user-left.v1';", true, 'auth.user-left.v1'],
  ['an empty file is parsed, and hears nothing', '', true, null],
  ['what imports a type alone hears nothing', "import type { userLeftV1 } from '@repo/auth-contracts/events/user-left.v1';", true, null],
  ['what cannot be parsed', ')', false, null],
] as const) {
  test(what, () => {
    const reader = readerOf('/repo', fakeMachine({ files: { [handler]: code } }).files);
    deepEqual(readTrigger(handler, where, reader), [{ file: handler, kind: 'consumes', isParsed, contract }]);
  });
}
