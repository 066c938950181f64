import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'cancelled' });

test('a cancelled order becomes refunded, and its customer sees it', async () => {
  const { orders, recorded, recordRefund } = await ordersInMemory(order);

  expect(await recordRefund({ orderId: order.id })).toEqual({ status: 'refunded' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'refunded' });
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'refunded' } },
  ]);
});

test('a second time it changes nothing', async () => {
  const { recorded, recordRefund } = await ordersInMemory({ ...order, status: 'refunded' });

  expect(await recordRefund({ orderId: order.id })).toEqual({ status: 'refunded' });

  expect(recorded.broadcast).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { recordRefund } = await ordersInMemory();
  await expect(recordRefund({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
