import type { Bound } from '../index.ts';
import { placeOrderUseCase, type IPlaceOrderUseCase, type PlaceOrderDependencies } from './orders.ts';

const placeOrderController = (placeOrder: Bound<IPlaceOrderUseCase>) => placeOrder.fromUnknown;
export const controller = (dependencies: PlaceOrderDependencies) => placeOrderController(placeOrderUseCase(dependencies));
