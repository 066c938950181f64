import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { pending } from './index.ts';

test('each draft is pending, and no live use case', () => {
  const workspace = drawWorkspace(`
    orders: placeOrder
    orders: shipOrder draft
    payments unreadable
  `);
  deepEqual(pending.judge(workspace), [
    finding({
      code: 'pending/draft',
      severity: 'pending',
      file: 'packages/features/orders/src/feature.manifest.ts',
      line: 3,
      column: 9,
      message: 'orders.shipOrder is a draft: declared, and not implemented yet.',
      fix:
        'Implement it in packages/features/orders/src/use-cases/ship-order.use-case.ts, turn its test.fails into test, ' +
        "and set status: 'live' here.",
    }),
  ]);
});
