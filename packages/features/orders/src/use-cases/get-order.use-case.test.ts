import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import type { Order } from '../entities/order.entity.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const order: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'placed',
  placedAt: '2026-01-01T00:00:00.000Z',
};

test('gives the order that is kept', async () => {
  const orders = memoryOrderRepository();
  await orders.save(order);
  const { getOrder } = bindOrders(memoryComposition().context, orders).useCases;
  expect(await getOrder({ orderId: order.id })).toEqual(order);
});

test('an unknown order is refused', async () => {
  const { getOrder } = bindOrders(memoryComposition().context).useCases;
  await expect(getOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
