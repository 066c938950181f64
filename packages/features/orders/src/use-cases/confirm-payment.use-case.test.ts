import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder();

test('a placed order becomes paid, and its customer sees it', async () => {
  const { orders, recorded, confirmPayment } = await ordersInMemory(order);

  expect(await confirmPayment({ orderId: order.id })).toEqual({ status: 'paid' });

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'paid' });
  expect(recorded.enqueued).toMatchObject([{ name: 'orders.send-receipt.v1', payload: { orderId: order.id } }]);
  expect(recorded.broadcast).toMatchObject([
    { channel: 'orders.order-feed.v1', audience: 'ada', payload: { orderId: order.id, status: 'paid' } },
  ]);
});

test('a second time it changes nothing', async () => {
  const { recorded, confirmPayment } = await ordersInMemory({ ...order, status: 'paid' });

  expect(await confirmPayment({ orderId: order.id })).toEqual({ status: 'paid' });

  expect(recorded.broadcast).toEqual([]);
});

test('an unknown order is refused', async () => {
  const { confirmPayment } = await ordersInMemory();
  await expect(confirmPayment({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
