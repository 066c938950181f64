import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'paid' });

test('a receipt goes out for each job', async () => {
  const { context, deliver, receipts, start } = await ordersInMemory(order);
  await start();

  await context.jobs.enqueue({ name: 'orders.send-receipt.v1', payload: { orderId: order.id } });
  await deliver();

  expect(receipts.sent).toEqual([{ orderId: order.id, customerId: 'ada', totalCents: 2500 }]);
});
