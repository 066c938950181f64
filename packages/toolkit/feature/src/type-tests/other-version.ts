import { orderPlacedV2, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ publish }: PlaceOrderDependencies) => publish(orderPlacedV2, { orderId: '1' });
