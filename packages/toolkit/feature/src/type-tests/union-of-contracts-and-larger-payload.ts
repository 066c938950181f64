import { orderLostV1, orderPlacedV1, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ publish }: PlaceOrderDependencies, lost: boolean) =>
  publish(lost ? orderLostV1 : orderPlacedV1, { orderId: '1', total: 1, speed: 'fast' });
