import type { Bound } from '@formwork/feature';
import type { IGetOrderUseCase } from '../use-cases/get-order.use-case.ts';

/** Gets an order: whatever comes in is checked, and only what callers may see goes out. */
export const getOrderController = (getOrder: Bound<IGetOrderUseCase>) => async (request: unknown) => {
  const { id, createdAt } = await getOrder.fromUnknown(request);
  return { id, createdAt };
};
