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
    'a handler that imports no contract is none, and excuses no other',
    'a: b consumes c.d.v1 | consumes ?',
    ['a.b consumes c.d.v1, and there is no handler that leads it there.'],
  ],
  ['a file that could not be parsed is taken at its name', 'a: b consumes c.d.v1 works a.e.v1 | consumes ?c.d.v1 works ?a.e.v1', []],
  [
    'a file that could not be parsed stands for no other',
    'a: b consumes c.d.v1, c.e.v1 | consumes ?c.d.v1',
    ['a.b consumes c.e.v1, and there is no handler that leads it there.'],
  ],
  [
    'a worker that could not be parsed is no handler',
    'a: b consumes c.d.v1 | works ?c.d.v1',
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

for (const [what, file, isParsed, findings] of [
  ['a receiver that could not be parsed may be called by the short name', 'realtime/on-f.v1.handler.ts', false, 0],
  ['an empty one is no receiver, whatever it is called', 'realtime/on-f.v1.handler.ts', true, 1],
] as const) {
  test(what, () => {
    const workspace = drawWorkspace('a: b receives a.f.v1');
    const triggers = [{ kind: 'receives' as const, contract: null, isParsed, file: `packages/features/a/src/${file}` }];
    const features = workspace.features.map((feature) => ({ ...feature, triggers }));
    deepEqual(missingHandler.judge({ ...workspace, features }).length, findings);
  });
}
