import { connectFeature, eventHandler, type BindContext, type Bound } from '../index.ts';
import { orderShippedV1, ordersManifest, type IPlaceOrderUseCase, type IRejectOrderUseCase } from './orders.ts';

export const connect = (
  context: BindContext<typeof ordersManifest>,
  useCases: { readonly placeOrder: Bound<IPlaceOrderUseCase>; readonly rejectOrder: Bound<IRejectOrderUseCase> },
) =>
  connectFeature(ordersManifest, context, useCases, {
    controllers: {},
    handlers: [eventHandler(orderShippedV1, useCases.rejectOrder, ({ orderId }) => ({ orderId }))],
    workers: [],
    receivers: [],
  });
