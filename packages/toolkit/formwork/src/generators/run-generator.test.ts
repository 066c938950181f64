import { deepEqual, equal, rejects } from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { fakeMachine, type FakeMachine } from '../report/fake-machine.ts';
import { nodeFiles } from '../report/node-files.ts';
import { kind } from './feature/index.ts';
import { templatesFolder } from './kinds.ts';
import { runGenerator } from './run-generator.ts';

const how = { plan: false, install: false, allowDirty: false };
const otherLock = '.formwork/locks/99-x';

test('a run that had to wait does what is to be done after the other', async () => {
  let waits = 0;
  const machine = drawMachine(() => {
    waits += 1;
    machine.files.write('/repo/apps/shop/package.json', '{ "name": "@repo/shop", "version": "2.0.0" }\n');
    machine.files.remove(`/repo/${otherLock}`);
  });
  const { edits } = await runGenerator(kind, { name: 'billing' }, machine, '/repo', how);
  deepEqual([waits, edits.length], [1, 24]);
  const { 'apps/shop/package.json': shop = '', [otherLock]: lock } = machine.tree();
  deepEqual(JSON.parse(shop), { name: '@repo/shop', version: '2.0.0', dependencies: { '@repo/billing': 'workspace:*' } });
  equal(lock, undefined);
});

test('it gives up where the tree never stands still', async () => {
  const machine = drawMachine(() => {});
  let reads = 0;
  const read = (path: string): string =>
    path.endsWith('shop/package.json') ? `{ "version": "${(reads += 1)}" }` : machine.files.read(path);
  machine.files.remove(`/repo/${otherLock}`);
  const restless: FakeMachine = { ...machine, files: { ...machine.files, read } };
  await rejects(runGenerator(kind, { name: 'billing' }, restless, '/repo', how), { code: 'plan/stale' });
  deepEqual([reads, machine.files.kind('/repo/packages')], [20, null]);
});

function drawMachine(wait: () => void): FakeMachine {
  const templates = ['feature', 'use-case'].flatMap((id) =>
    nodeFiles
      .list(templatesFolder(id))
      .map(({ name }) => [join(templatesFolder(id), name), nodeFiles.read(join(templatesFolder(id), name))]),
  );
  return fakeMachine({
    files: {
      ...Object.fromEntries(templates),
      'pnpm-workspace.yaml': 'packages: [apps/*]\n',
      'package.json': '{}',
      'formwork.json': '{ "composition": "apps/shop/src/compose.ts" }',
      'apps/shop/package.json': '{ "name": "@repo/shop" }\n',
      'apps/shop/src/compose.ts': 'export const compose = (context: CompositionContext) => composeFeatures({});\n',
      [otherLock]: '{}',
    },
    running: [99],
    processes: [{ argv: ['git'] }],
    wait,
  });
}
