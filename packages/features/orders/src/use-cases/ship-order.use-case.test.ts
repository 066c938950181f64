import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'paid' });

test('tells of it to other features, to the customer and to the log', async () => {
  const { orders, recorded, shipOrder } = await ordersInMemory(order);

  expect(await shipOrder({ orderId: order.id })).toEqual({ ...order, status: 'shipped' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'shipped' });
  expect(recorded.published).toMatchObject([{ name: 'orders.order-shipped.v1', payload: { orderId: order.id, customerId: 'ada' } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'shipped' } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'order.shipped', details: { orderId: order.id } }]);
});

test('an order that is placed stays as it is', async () => {
  const { orders, recorded, shipOrder } = await ordersInMemory({ ...order, status: 'placed' });

  await expect(shipOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-status' });

  expect(await orders.get(order.id)).toMatchObject({ status: 'placed' });
  expect(recorded.published).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { shipOrder } = await ordersInMemory();
  await expect(shipOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
