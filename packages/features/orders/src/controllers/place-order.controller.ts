import type { Bound } from '@formwork/feature';
import type { IPlaceOrderUseCase } from '../use-cases/place-order.use-case.ts';
import { type OrderView, presentOrder } from './order.presenter.ts';

export const placeOrderController =
  (placeOrder: Bound<IPlaceOrderUseCase>) =>
  async (request: unknown): Promise<OrderView> =>
    presentOrder(await placeOrder.fromUnknown(request));
