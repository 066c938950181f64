import type { Bound } from '@formwork/feature';
import type { IPlaceOrderUseCase } from '../use-cases/place-order.use-case.ts';

/** Places an order: whatever comes in is checked, and only what callers may see goes out. */
export const placeOrderController = (placeOrder: Bound<IPlaceOrderUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await placeOrder.fromUnknown(request);
  return { id, createdAt };
};
