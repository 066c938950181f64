import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { undeclaredHandler } from './index.ts';

for (const [kind, contract, word, file] of [
  ['consumes', 'payments.payment-failed.v1', 'handler', 'src/handlers/on-payments-payment-failed.v1.handler.ts'],
  ['works', 'orders.send-receipt.v1', 'worker', 'src/jobs/send-receipt.v1.worker.ts'],
  ['receives', 'orders.order-feed.v1', 'receiver', 'src/realtime/on-orders-order-feed.v1.handler.ts'],
] as const) {
  test(`a ${word} for what no use case ${kind}`, () => {
    deepEqual(undeclaredHandler.judge(drawWorkspace(`orders: | ${kind} ${contract}`)), [
      finding({
        code: 'closure/undeclared-handler',
        file: `packages/features/orders/${file}`,
        message: `orders has a ${word} for ${contract}, and none of its use cases ${kind} it.`,
        fix:
          `Add '${contract}' to ${kind} of the use case that it leads to in packages/features/orders/src/feature.manifest.ts, ` +
          'or remove the file.',
      }),
    ]);
  });
}

for (const [what, picture, told] of [
  [
    'a declaration of another kind does not excuse it',
    'a: b receives c.d.v1 | consumes c.d.v1',
    ['a has a handler for c.d.v1, and none of its use cases consumes it.'],
  ],
  [
    "another feature's declaration does not excuse it",
    'a: | consumes c.d.v1\ne: f consumes c.d.v1',
    ['a has a handler for c.d.v1, and none of its use cases consumes it.'],
  ],
  ['a manifest that could not be read is not concluded from', 'a unreadable\na: | consumes c.d.v1', []],
  ['a handler of which cannot be told what it hears is not concluded from', 'a: | consumes ?', []],
  ['what is declared', 'a: b draft consumes c.d.v1', []],
] as const) {
  test(what, () =>
    deepEqual(
      undeclaredHandler.judge(drawWorkspace(picture)).map(({ message }) => message),
      told,
    ),
  );
}
