import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder();

test('an order stays unpaid when payments says so', async () => {
  const { context, deliver, orders, start } = await ordersInMemory(order);
  await start();

  await context.events.publish({ name: 'payments.payment-failed.v1', payload: { orderId: order.id, reason: 'declined' } });
  await deliver();

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'unpaid' });
});
