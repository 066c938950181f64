import type { PlaceOrderDependencies } from './orders.ts';

export const place = ({ audit }: PlaceOrderDependencies) => audit('order.rejected');
