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
  return { orders, recorded, shipOrder: bindOrders(context, orders).useCases.shipOrder };
};

test('tells of it to other features, to the customer and to the log', async () => {
  const { orders, recorded, shipOrder } = await setUp();

  expect(await shipOrder({ orderId: order.id })).toEqual({ ...order, status: 'shipped' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'shipped' });
  expect(recorded.published).toMatchObject([{ name: 'orders.order-shipped.v1', payload: { orderId: order.id, customerId: 'ada' } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'shipped' } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'order.shipped', details: { orderId: order.id } }]);
});

test('an order that is placed stays as it is', async () => {
  const { orders, recorded, shipOrder } = await setUp({ ...order, status: 'placed' });

  await expect(shipOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-status' });

  expect(await orders.get(order.id)).toMatchObject({ status: 'placed' });
  expect(recorded.published).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { shipOrder } = await setUp();
  await expect(shipOrder({ orderId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
