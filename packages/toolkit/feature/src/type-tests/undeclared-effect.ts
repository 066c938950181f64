import { orderShippedV1, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ publish }: PlaceOrderDependencies) => publish(orderShippedV1, { orderId: '1' });
