import type { CompositionContext } from '@formwork/feature';
import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { compose } from './compose.ts';

const lines = [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }];

/** Both features as they run together, over ports in memory; `spoil` says what of the ports is not as it should be. */
const setUp = async (spoil: (context: CompositionContext) => CompositionContext = (context) => context) => {
  const { context, deliver, recorded } = memoryComposition();
  const { features, start } = compose(spoil(context));
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

/** Fails the first time it is called for the name, as a broker does that was away for a moment. */
const failingOnce = <Message extends { readonly name: string }>(name: string, send: (message: Message) => Promise<void>) => {
  let isAway = true;
  return async (message: Message): Promise<void> => {
    if (isAway && message.name === name) {
      isAway = false;
      throw new Error(`${name} could not be sent`);
    }
    await send(message);
  };
};

const brokerAwayFor = (name: string) => (context: CompositionContext) => ({
  ...context,
  events: { ...context.events, publish: failingOnce(name, context.events.publish) },
  jobs: { ...context.jobs, enqueue: failingOnce(name, context.jobs.enqueue) },
});

for (const name of ['payments.payment-taken.v1', 'orders.send-receipt.v1']) {
  test(`nothing is lost when ${name} cannot be sent at first`, async () => {
    const { deliver, orders, payments, recorded } = await setUp(brokerAwayFor(name));

    const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines });
    await deliver();

    expect(await payments.getPayment({ orderId })).toMatchObject({ status: 'taken' });
    expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'paid' });
    expect(recorded.audited.filter(({ action }) => action === 'order.receipt-sent')).toHaveLength(1);
    expect(recorded.failures).toEqual([]);
  });
}

test('a refund is told when it cannot be told at first', async () => {
  const { deliver, orders, recorded } = await setUp(brokerAwayFor('payments.payment-refunded.v1'));
  const { id: orderId } = await orders.placeOrder({ customerId: 'ada', lines });
  await deliver();

  await orders.cancelOrder({ orderId });
  await deliver();

  expect(await orders.getOrder({ orderId })).toMatchObject({ status: 'refunded' });
  expect(recorded.failures).toEqual([]);
});
