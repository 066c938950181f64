import { orderPlacedV1, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ publish }: PlaceOrderDependencies) =>
  publish(orderPlacedV1, { orderId: '1', total: 1, speed: 'fast', lines: [{ sku: 'a', cost: 1 }] });
