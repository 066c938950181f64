import type { Bound } from '@formwork/feature';
import type { ICancelOrderUseCase } from '../use-cases/cancel-order.use-case.ts';
import { type OrderView, presentOrder } from './order.presenter.ts';

export const cancelOrderController =
  (cancelOrder: Bound<ICancelOrderUseCase>) =>
  async (request: unknown): Promise<OrderView> =>
    presentOrder(await cancelOrder.fromUnknown(request));
