import { orderLostV1, orderShippedV1, type PlaceOrderDependencies } from './orders.ts';

const forged = { ...orderShippedV1, name: orderLostV1.name };
export const place = ({ publish }: PlaceOrderDependencies) => publish(forged, { orderId: '1' });
