import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { ordersInMemory } from '../testing/orders-in-memory.ts';

const order = anOrder({ status: 'paid' });

test('the customer gets the total', async () => {
  const { receipts, recorded, sendReceipt } = await ordersInMemory(order);

  expect(await sendReceipt({ orderId: order.id })).toEqual({ sentTo: 'ada' });

  expect(receipts.sent).toEqual([{ orderId: order.id, customerId: 'ada', totalCents: 2500 }]);
  expect(recorded.audited).toMatchObject([{ action: 'order.receipt-sent', details: { orderId: order.id } }]);
});

test('an unknown order gets none', async () => {
  const { receipts, sendReceipt } = await ordersInMemory();

  await expect(sendReceipt({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });

  expect(receipts.sent).toEqual([]);
});
