import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { tell } from '../../testing/tell.ts';
import { declaredNotDone } from './index.ts';

test('an event that is declared and never published', () => {
  const workspace = drawWorkspace(`
    orders: cancelOrder publishes orders.order-cancelled.v1 | nothing
  `);
  deepEqual(declaredNotDone.judge(workspace), [
    finding({
      code: 'closure/declared-not-done',
      file: 'packages/features/orders/src/feature.manifest.ts',
      line: 2,
      column: 31,
      message: 'orders.cancelOrder declares that it publishes orders.order-cancelled.v1, and its code does not.',
      fix:
        'Call publish(orderCancelledV1, …) in packages/features/orders/src/use-cases/cancel-order.use-case.ts, ' +
        "or remove 'orders.order-cancelled.v1' from publishes of cancelOrder here.",
    }),
  ]);
});

for (const [what, line, told] of [
  [
    'every kind of effect is asked for',
    'a: b publishes a.c.v1 enqueues a.d.v1 broadcasts a.e.v1 audits f.g | nothing',
    [
      'a/src/feature.manifest.ts:1:16 a.b declares that it publishes a.c.v1, and its code does not.',
      'a/src/feature.manifest.ts:1:32 a.b declares that it enqueues a.d.v1, and its code does not.',
      'a/src/feature.manifest.ts:1:50 a.b declares that it broadcasts a.e.v1, and its code does not.',
      'a/src/feature.manifest.ts:1:64 a.b declares that it audits f.g, and its code does not.',
    ],
  ],
  [
    'another version is another event',
    'a: b publishes a.c.v1 | publishes a.c.v2',
    ['a/src/feature.manifest.ts:1:16 a.b declares that it publishes a.c.v1, and its code does not.'],
  ],
  [
    'an unknown name of another kind excuses nothing',
    'a: b publishes a.c.v1 | enqueues ?',
    ['a/src/feature.manifest.ts:1:16 a.b declares that it publishes a.c.v1, and its code does not.'],
  ],
  ['an unknown name of the kind may be the one', 'a: b publishes a.c.v1 | publishes ?', []],
  ['a draft owes no effects', 'a: b draft publishes a.c.v1', []],
  ['a file that could not be parsed may do it', 'a: b publishes a.c.v1 | unreadable', []],
  ['a file that is not there is told elsewhere', 'a: b publishes a.c.v1 | absent', []],
  ['what is declared and done', 'a: b publishes a.c.v1 audits d.e', []],
] as const) {
  test(what, () => deepEqual(tell(declaredNotDone.judge(drawWorkspace(line))), told));
}
