import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindPayments } from '../bind.ts';
import { memoryCardGateway } from '../gateways/card.gateway.memory.ts';
import { memoryPaymentRepository } from '../repositories/payment.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

const setUp = () => {
  const { context } = memoryComposition();
  const payments = memoryPaymentRepository();
  const cards = memoryCardGateway(5000);
  return bindPayments(context, payments, cards).useCases;
};

test('gives the payment of an order', async () => {
  const { getPayment, takePayment } = setUp();
  const payment = await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });
  expect(await getPayment({ orderId })).toEqual(payment);
});

test('an order of which nothing is known has none', async () => {
  const { getPayment } = setUp();
  await expect(getPayment({ orderId })).rejects.toMatchObject({ code: 'payments/payment-not-found' });
});
