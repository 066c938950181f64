import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { undeclaredUseCase } from './index.ts';

test('a use case that has a file and is not declared', () => {
  const workspace = drawWorkspace(`
    orders: placeOrder
    orders: | cancelOrder
  `);
  deepEqual(undeclaredUseCase.judge(workspace), [
    finding({
      code: 'closure/undeclared-use-case',
      file: 'packages/features/orders/src/use-cases/cancel-order.use-case.ts',
      line: 3,
      column: 11,
      message: 'orders has a use case cancelOrder, which its manifest does not declare.',
      fix:
        "Add cancelOrder: { status: 'draft', mutates: true } to useCases in packages/features/orders/src/feature.manifest.ts, " +
        'or remove the file.',
    }),
  ]);
});

for (const picture of ['orders: placeOrder', 'orders unreadable\norders: | cancelOrder']) {
  test(`nothing is said of [${picture}]`, () => deepEqual(undeclaredUseCase.judge(drawWorkspace(picture)), []));
}
