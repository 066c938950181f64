import { OrderNotFoundError, type Order } from '../entities/order.entity.ts';
import type { IOrderRepository } from './order.repository.ts';

/** Keeps orders for as long as the process runs. */
export const memoryOrderRepository = (): IOrderRepository => {
  const kept = new Map<string, Order>();
  return {
    save: async (order) => {
      kept.set(order.id, structuredClone(order));
    },
    get: async (id) => {
      const order = kept.get(id);
      if (order === undefined) throw new OrderNotFoundError(id);
      return structuredClone(order);
    },
  };
};
