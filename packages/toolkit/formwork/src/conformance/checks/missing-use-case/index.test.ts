import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { missingUseCase } from './index.ts';

test('a use case that is declared and has no file', () => {
  const workspace = drawWorkspace(`
    orders: placeOrder
    orders: cancelOrder draft | absent
  `);
  deepEqual(missingUseCase.judge(workspace), [
    finding({
      code: 'closure/missing-use-case',
      file: 'packages/features/orders/src/feature.manifest.ts',
      line: 3,
      column: 9,
      message: 'orders.cancelOrder is declared, and packages/features/orders/src/use-cases/cancel-order.use-case.ts is not there.',
      fix:
        'Write packages/features/orders/src/use-cases/cancel-order.use-case.ts with its schemas and cancelOrderUseCase, ' +
        'or remove cancelOrder from useCases here.',
    }),
  ]);
});

for (const picture of ['orders: placeOrder', 'orders: placeOrder | unreadable', 'orders unreadable']) {
  test(`nothing is said of [${picture}]`, () => deepEqual(missingUseCase.judge(drawWorkspace(picture)), []));
}
