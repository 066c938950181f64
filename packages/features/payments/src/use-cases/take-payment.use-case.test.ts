import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindPayments } from '../bind.ts';
import { memoryCardGateway } from '../gateways/card.gateway.memory.ts';
import { memoryPaymentRepository } from '../repositories/payment.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

const setUp = () => {
  const { context, recorded, clock } = memoryComposition();
  const payments = memoryPaymentRepository();
  const cards = memoryCardGateway(5000);
  return { cards, clock, payments, recorded, ...bindPayments(context, payments, cards).useCases };
};

test('takes what an order costs, and tells of it', async () => {
  const { cards, clock, payments, recorded, takePayment } = setUp();

  const payment = await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });

  expect(payment).toEqual({ id: payment.id, orderId, amountCents: 3400, status: 'taken', updatedAt: clock.now().toISOString() });
  expect(await payments.findByOrder(orderId)).toEqual(payment);
  expect(cards.balance()).toBe(3400);
  expect(recorded.published).toMatchObject([
    { name: 'payments.payment-taken.v1', payload: { paymentId: payment.id, orderId, amountCents: 3400 } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'payment.taken', details: { paymentId: payment.id, amountCents: 3400 } }]);
});

test('a declined card fails the payment, and nothing is taken', async () => {
  const { cards, recorded, takePayment } = setUp();

  expect(await takePayment({ orderId, customerId: 'ada', amountCents: 5001 })).toMatchObject({ status: 'failed' });

  expect(cards.balance()).toBe(0);
  expect(recorded.published).toMatchObject([
    { name: 'payments.payment-failed.v1', payload: { orderId, reason: 'More than 5000 cents.' } },
  ]);
  expect(recorded.audited).toMatchObject([{ action: 'payment.failed', details: { paymentId: orderId, reason: 'More than 5000 cents.' } }]);
});

test('the same order is charged once', async () => {
  const { cards, recorded, takePayment } = setUp();

  const first = await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });
  const second = await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });

  expect(second).toEqual(first);
  expect(cards.balance()).toBe(3400);
  expect(recorded.published).toHaveLength(1);
});
