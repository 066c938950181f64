import type { Order } from '../entities/order.entity.ts';

/** Where orders are kept. */
export interface IOrderRepository {
  /** Keeps an order, in place of the one with the same id. */
  readonly save: (order: Order) => Promise<void>;
  /** Rejects with `OrderNotFoundError` where there is none. */
  readonly get: (id: string) => Promise<Order>;
}
