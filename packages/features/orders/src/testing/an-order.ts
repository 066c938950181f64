import type { Order } from '../entities/order.entity.ts';

/** Ada's order of two trowels, 2,500 cents; `different` says in what it is another one. */
export const anOrder = (different: Partial<Order> = {}): Order => ({
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'placed',
  placedAt: '2026-01-01T00:00:00.000Z',
  ...different,
});
