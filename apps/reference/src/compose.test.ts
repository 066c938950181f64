import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { compose } from './compose.ts';

const lines = [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }];

/** Both features as they run together, over ports in memory. */
const setUp = async () => {
  const { context, deliver, recorded } = memoryComposition();
  const { features, start } = compose(context);
  const stop = await start();
  return { deliver, recorded, stop, orders: features.orders.controllers, payments: features.payments.controllers };
};

test('an order is placed, paid, shipped, and its customer sees each step', async () => {
  const { deliver, orders, payments, recorded } = await setUp();

  const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines });
  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'placed', totalCents: 2500 });

  await deliver();
  expect(await payments.getPayment({ orderId })).toMatchObject({ amountCents: 2500, status: 'taken' });
  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'paid' });

  await orders.shipOrder({ orderId });
  await deliver();
  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'shipped' });

  expect(recorded.published.map(({ name }) => name)).toEqual([
    'orders.order-placed.v1',
    'payments.payment-taken.v1',
    'orders.order-shipped.v1',
  ]);
  expect(recorded.broadcast.map(({ audience, payload }) => [audience, payload])).toEqual([
    ['ada', { orderId, status: 'paid' }],
    ['ada', { orderId, status: 'shipped' }],
  ]);
  expect(recorded.audited.map(({ action }) => action)).toEqual(['order.placed', 'payment.taken', 'order.receipt-sent', 'order.shipped']);
  expect(recorded.failures).toEqual([]);
});

test('a payment that fails leaves the order unpaid, and it cannot be shipped', async () => {
  const { deliver, orders, payments } = await setUp();

  const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines: [{ sku: 'crane', quantity: 1, unitPriceCents: 2_000_000 }] });
  await deliver();

  expect(await payments.getPayment({ orderId })).toMatchObject({ status: 'failed' });
  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'unpaid' });
  await expect(orders.shipOrder({ orderId })).rejects.toMatchObject({ code: 'orders/order-status' });
});

test('what was paid for an order goes back when it is cancelled', async () => {
  const { deliver, orders, payments, recorded } = await setUp();
  const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines });
  await deliver();

  await orders.cancelOrder({ orderId });
  await deliver();

  expect(await payments.getPayment({ orderId })).toMatchObject({ status: 'refunded' });
  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'refunded' });
  expect(recorded.broadcast.map(({ payload }) => payload)).toEqual([
    { orderId, status: 'paid' },
    { orderId, status: 'cancelled' },
    { orderId, status: 'refunded' },
  ]);
});

test('after stop, nobody hears anything', async () => {
  const { deliver, orders, payments, stop } = await setUp();
  await stop();

  const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines });
  await deliver();

  await expect(payments.getPayment({ orderId })).rejects.toMatchObject({ code: 'payments/payment-not-found' });
});
