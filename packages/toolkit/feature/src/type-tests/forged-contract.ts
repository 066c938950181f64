import { orderLostV1, type PlaceOrderDependencies } from './orders.ts';

const forged = { kind: 'event', name: 'orders.order-lost.v1', schema: orderLostV1.schema } as const;
export const place = ({ publish }: PlaceOrderDependencies) => publish(forged, { orderId: '1' });
