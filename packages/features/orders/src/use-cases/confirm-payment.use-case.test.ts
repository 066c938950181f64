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

const setUp = async (known: Order = order) => {
  const { context, recorded } = memoryComposition();
  const orders = memoryOrderRepository();
  await orders.save(known);
  return { orders, recorded, confirmPayment: bindOrders(context, orders).useCases.confirmPayment };
};

test('a placed order becomes paid, and its customer sees it', async () => {
  const { orders, recorded, confirmPayment } = await setUp();

  expect(await confirmPayment({ orderId: order.id })).toEqual({ status: 'paid' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'paid' });
  expect(recorded.enqueued).toMatchObject([{ name: 'orders.send-receipt.v1', payload: { orderId: order.id } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'paid' } },
  ]);
});

test('a second time it changes nothing', async () => {
  const { recorded, confirmPayment } = await setUp({ ...order, status: 'paid' });

  expect(await confirmPayment({ orderId: order.id })).toEqual({ status: 'paid' });

  expect(recorded.broadcast).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { confirmPayment } = await setUp();
  await expect(confirmPayment({ orderId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
