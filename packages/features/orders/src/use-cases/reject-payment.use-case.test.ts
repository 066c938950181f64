import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder();

test('a placed order becomes unpaid, and its customer sees it', async () => {
  const { orders, recorded, rejectPayment } = await ordersInMemory(order);

  expect(await rejectPayment({ orderId: order.id })).toEqual({ status: 'unpaid' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'unpaid' });
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'unpaid' } },
  ]);
});

test('a second time it changes nothing', async () => {
  const { recorded, rejectPayment } = await ordersInMemory({ ...order, status: 'unpaid' });

  expect(await rejectPayment({ orderId: order.id })).toEqual({ status: 'unpaid' });

  expect(recorded.broadcast).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { rejectPayment } = await ordersInMemory();
  await expect(rejectPayment({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
