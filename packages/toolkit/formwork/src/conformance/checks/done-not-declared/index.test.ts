import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { tell } from '../../testing/tell.ts';
import { doneNotDeclared } from './index.ts';

test('an event that is published and not declared', () => {
  const workspace = drawWorkspace(`
    orders: cancelOrder | publishes orders.order-cancelled.v1
  `);
  deepEqual(doneNotDeclared.judge(workspace), [
    finding({
      code: 'closure/done-not-declared',
      file: 'packages/features/orders/src/use-cases/cancel-order.use-case.ts',
      line: 2,
      column: 33,
      message: 'orders.cancelOrder publishes orders.order-cancelled.v1, which it does not declare.',
      fix:
        "Add 'orders.order-cancelled.v1' to publishes of cancelOrder in packages/features/orders/src/feature.manifest.ts, " +
        'or do not call publish(orderCancelledV1, …).',
    }),
  ]);
});

for (const [what, picture, told] of [
  [
    'every kind of effect is seen',
    'a: b | enqueues a.d.v1 broadcasts a.e.v1 audits f.g',
    [
      'a/src/use-cases/b.use-case.ts:1:17 a.b enqueues a.d.v1, which it does not declare.',
      'a/src/use-cases/b.use-case.ts:1:35 a.b broadcasts a.e.v1, which it does not declare.',
      'a/src/use-cases/b.use-case.ts:1:49 a.b audits f.g, which it does not declare.',
    ],
  ],
  [
    'an effect is told once',
    'a: b | publishes a.c.v1, a.c.v1',
    ['a/src/use-cases/b.use-case.ts:1:18 a.b publishes a.c.v1, which it does not declare.'],
  ],
  [
    'a draft may not do it either',
    'a: b draft | throws audits c.d',
    ['a/src/use-cases/b.use-case.ts:1:28 a.b audits c.d, which it does not declare.'],
  ],
  [
    'what another use case declares is not its own',
    `a: b publishes a.c.v1
     a: d | publishes a.c.v1`,
    ['a/src/use-cases/d.use-case.ts:2:18 a.d publishes a.c.v1, which it does not declare.'],
  ],
  ['a name that cannot be told is not concluded from', 'a: b | publishes ?', []],
  ['a manifest that could not be read is not concluded from', 'a unreadable', []],
  ['a file that could not be parsed is not concluded from', 'a: b | unreadable', []],
  ['a use case that is not declared is told elsewhere', 'a: | b publishes a.c.v1', []],
  ['a use case without a file is told elsewhere', 'a: b | absent', []],
  ['what is declared and done', 'a: b publishes a.c.v1 audits d.e', []],
] as const) {
  test(what, () => deepEqual(tell(doneNotDeclared.judge(drawWorkspace(picture))), told));
}
