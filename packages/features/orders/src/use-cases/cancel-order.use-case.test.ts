import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import type { Order } from '../entities/order.entity.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const order: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'paid',
  placedAt: '2026-01-01T00:00:00.000Z',
};

const setUp = async (known: Order = order) => {
  const { context, recorded } = memoryComposition();
  const orders = memoryOrderRepository();
  await orders.save(known);
  return { orders, recorded, cancelOrder: bindOrders(context, orders).useCases.cancelOrder };
};

test('tells of it to other features, to the customer and to the log', async () => {
  const { orders, recorded, cancelOrder } = await setUp();

  expect(await cancelOrder({ orderId: order.id })).toEqual({ ...order, status: 'cancelled' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'cancelled' });
  expect(recorded.published).toMatchObject([{ name: 'orders.order-cancelled.v1', payload: { orderId: order.id } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'cancelled' } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'order.cancelled', details: { orderId: order.id } }]);
});

test('an order that is shipped stays as it is', async () => {
  const { orders, recorded, cancelOrder } = await setUp({ ...order, status: 'shipped' });

  await expect(cancelOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-status' });

  expect(await orders.get(order.id)).toMatchObject({ status: 'shipped' });
  expect(recorded.published).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { cancelOrder } = await setUp();
  await expect(cancelOrder({ orderId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
