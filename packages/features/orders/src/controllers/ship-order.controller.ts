import type { Bound } from '@formwork/feature';
import type { IShipOrderUseCase } from '../use-cases/ship-order.use-case.ts';
import { type OrderView, presentOrder } from './order.presenter.ts';

export const shipOrderController =
  (shipOrder: Bound<IShipOrderUseCase>) =>
  async (request: unknown): Promise<OrderView> =>
    presentOrder(await shipOrder.fromUnknown(request));
