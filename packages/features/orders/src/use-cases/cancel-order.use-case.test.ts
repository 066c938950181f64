import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'paid' });

test('tells of it to other features, to the customer and to the log', async () => {
  const { orders, recorded, cancelOrder } = await ordersInMemory(order);

  expect(await cancelOrder({ orderId: order.id })).toEqual({ ...order, status: 'cancelled' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'cancelled' });
  expect(recorded.published).toMatchObject([{ name: 'orders.order-cancelled.v1', payload: { orderId: order.id } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'cancelled' } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'order.cancelled', details: { orderId: order.id } }]);
});

test('an order that is shipped stays as it is', async () => {
  const { orders, recorded, cancelOrder } = await ordersInMemory({ ...order, status: 'shipped' });

  await expect(cancelOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-status' });

  expect(await orders.get(order.id)).toMatchObject({ status: 'shipped' });
  expect(recorded.published).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { cancelOrder } = await ordersInMemory();
  await expect(cancelOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
