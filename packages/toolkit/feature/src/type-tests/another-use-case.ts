import type { Bound } from '../index.ts';
import type { IPlaceOrderUseCase, IRejectOrderUseCase } from './orders.ts';

const placeOrderController = (placeOrder: Bound<IPlaceOrderUseCase>) => placeOrder.fromUnknown;
export const controller = (rejectOrder: Bound<IRejectOrderUseCase>) => placeOrderController(rejectOrder);
