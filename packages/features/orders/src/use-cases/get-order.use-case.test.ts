import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder();

test('gives the order that is kept', async () => {
  const { getOrder } = await ordersInMemory(order);
  expect(await getOrder({ orderId: order.id })).toEqual(order);
});

test('an unknown order is refused', async () => {
  const { getOrder } = await ordersInMemory();
  await expect(getOrder({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });
});
