import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { missingHandler } from './index.ts';

for (const [kind, contract, word, file] of [
  ['consumes', 'payments.payment-failed.v1', 'handler', 'src/handlers/on-payments-payment-failed.v1.handler.ts'],
  ['works', 'orders.send-receipt.v1', 'worker', 'src/jobs/send-receipt.v1.worker.ts'],
  ['receives', 'orders.order-feed.v1', 'receiver', 'src/realtime/on-orders-order-feed.v1.handler.ts'],
] as const) {
  test(`a use case that ${kind} ${contract}, and no ${word}`, () => {
    deepEqual(missingHandler.judge(drawWorkspace(`orders: rejectOrder ${kind} ${contract} | nothing`)), [
      finding({
        code: 'closure/missing-handler',
        file: 'packages/features/orders/src/feature.manifest.ts',
        line: 1,
        column: 22 + kind.length,
        message: `orders.rejectOrder ${kind} ${contract}, and there is no ${word} that leads it there.`,
        fix:
          `Write packages/features/orders/${file} that leads it to rejectOrder ` +
          `and hand it to connectFeature in src/bind.ts, or remove '${contract}' from ${kind} of rejectOrder here.`,
      }),
    ]);
  });
}

for (const [what, picture, told] of [
  [
    'a draft must be led to as well',
    'a: b draft consumes c.d.v1 | throws',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  [
    'a handler of another version is another handler',
    'a: b consumes c.d.v1 | consumes c.d.v2',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  [
    "another feature's handler is not its own",
    'a: b consumes c.d.v1 | nothing\ne: f consumes c.d.v1',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  ['a manifest that could not be read is not concluded from', 'a unreadable', []],
  [
    'a handler of which cannot be told what it hears does not speak for all',
    'a: b consumes c.d.v1 | consumes ?',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  [
    'a worker of which that cannot be told is none',
    'a: b consumes c.d.v1 | works ?',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  ['every trigger is led there', 'a: b consumes c.d.v1 works a.e.v1 receives a.f.v1', []],
] as const) {
  test(what, () =>
    deepEqual(
      missingHandler.judge(drawWorkspace(picture)).map(({ message }) => message),
      told,
    ),
  );
}

test('a handler of which cannot be told what it hears may be the one that it is called by', () => {
  const workspace = drawWorkspace('a: b consumes c.d.v1');
  const silent = workspace.features.map((feature) => ({
    ...feature,
    triggers: [{ kind: 'consumes' as const, contract: null, file: `${feature.package.folder}/src/handlers/on-c-d.v1.handler.ts` }],
  }));
  deepEqual(missingHandler.judge({ ...workspace, features: silent }), []);
});
