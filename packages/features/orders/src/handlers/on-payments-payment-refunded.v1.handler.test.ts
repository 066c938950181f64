import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'cancelled' });

test('a cancelled order is refunded when payments says so', async () => {
  const { context, deliver, orders, start } = await ordersInMemory(order);
  await start();

  await context.events.publish({ name: 'payments.payment-refunded.v1', payload: { paymentId: order.id, orderId: order.id, amountCents: 2500 } });
  await deliver();

  expect(await orders.get(order.id)).toEqual({ ...order, status: 'refunded' });
});
