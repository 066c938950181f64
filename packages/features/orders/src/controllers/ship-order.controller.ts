import type { Bound } from '@formwork/feature';
import type { IShipOrderUseCase } from '../use-cases/ship-order.use-case.ts';

/** Ships an order: whatever comes in is checked, and only what callers may see goes out. */
export const shipOrderController = (shipOrder: Bound<IShipOrderUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await shipOrder.fromUnknown(request);
  return { id, createdAt };
};
