import { type Order, totalCents } from '../entities/order.entity.ts';

/** An order as callers see it. */
export type OrderView = Pick<Order, 'id' | 'lines' | 'placedAt' | 'status'> & { readonly totalCents: number };

export const presentOrder = (order: Order): OrderView => ({
  id: order.id,
  lines: order.lines,
  placedAt: order.placedAt,
  status: order.status,
  totalCents: totalCents(order),
});
