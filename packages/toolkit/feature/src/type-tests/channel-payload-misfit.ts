import { orderFeedV1, type PlaceOrderDependencies } from './orders.ts';

export const place = ({ broadcast }: PlaceOrderDependencies) => broadcast(orderFeedV1, { orderId: null }, 'user-1');
