import type { Bound } from '@formwork/feature';
import type { IGetOrderUseCase } from '../use-cases/get-order.use-case.ts';
import { type OrderView, presentOrder } from './order.presenter.ts';

export const getOrderController =
  (getOrder: Bound<IGetOrderUseCase>) =>
  async (request: unknown): Promise<OrderView> =>
    presentOrder(await getOrder.fromUnknown(request));
