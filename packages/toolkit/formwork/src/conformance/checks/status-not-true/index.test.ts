import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { statusNotTrue } from './index.ts';

const place = {
  code: 'closure/status-not-true',
  file: 'packages/features/orders/src/use-cases/ship-order.use-case.ts',
  line: 1,
  column: 9,
};

test('a live use case that throws NotImplementedError', () => {
  deepEqual(statusNotTrue.judge(drawWorkspace('orders: shipOrder | throws')), [
    finding({
      ...place,
      message: 'orders.shipOrder is live, and its code throws NotImplementedError.',
      fix: "Implement it, or set status: 'draft' for shipOrder in packages/features/orders/src/feature.manifest.ts.",
    }),
  ]);
});

test('a draft that does not', () => {
  deepEqual(statusNotTrue.judge(drawWorkspace('orders: shipOrder draft | nothing')), [
    finding({
      ...place,
      message: 'orders.shipOrder is a draft, and its code does not throw NotImplementedError.',
      fix:
        "Set status: 'live' for shipOrder in packages/features/orders/src/feature.manifest.ts, its test.fails to test, " +
        "or throw new NotImplementedError('orders.shipOrder').",
    }),
  ]);
});

for (const line of ['shipOrder', 'shipOrder draft', 'shipOrder draft | unreadable', 'shipOrder | absent', '| shipOrder throws']) {
  test(`nothing is said of [${line}]`, () => deepEqual(statusNotTrue.judge(drawWorkspace(`orders: ${line}`)), []));
}
