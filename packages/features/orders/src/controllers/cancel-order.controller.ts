import type { Bound } from '@formwork/feature';
import type { ICancelOrderUseCase } from '../use-cases/cancel-order.use-case.ts';

/** Cancels an order: whatever comes in is checked, and only what callers may see goes out. */
export const cancelOrderController = (cancelOrder: Bound<ICancelOrderUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await cancelOrder.fromUnknown(request);
  return { id, createdAt };
};
