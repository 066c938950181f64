import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import type { Order } from '../entities/order.entity.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const order: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'cancelled',
  placedAt: '2026-01-01T00:00:00.000Z',
};

const setUp = async (known: Order = order) => {
  const { context, recorded } = memoryComposition();
  const orders = memoryOrderRepository();
  await orders.save(known);
  return { orders, recorded, recordRefund: bindOrders(context, orders).useCases.recordRefund };
};

test('a cancelled order becomes refunded, and its customer sees it', async () => {
  const { orders, recorded, recordRefund } = await setUp();

  expect(await recordRefund({ orderId: order.id })).toEqual({ status: 'refunded' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'refunded' });
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'refunded' } },
  ]);
});

test('a second time it changes nothing', async () => {
  const { recorded, recordRefund } = await setUp({ ...order, status: 'refunded' });

  expect(await recordRefund({ orderId: order.id })).toEqual({ status: 'refunded' });

  expect(recorded.broadcast).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { recordRefund } = await setUp();
  await expect(recordRefund({ orderId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
