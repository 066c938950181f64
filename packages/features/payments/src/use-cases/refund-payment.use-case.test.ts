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

test('gives back what was taken, and tells of it', async () => {
  const { cards, payments, recorded, refundPayment, takePayment } = setUp();
  const taken = await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });

  expect(await refundPayment({ orderId })).toEqual({ ...taken, status: 'refunded' });

  expect(await payments.findByOrder(orderId)).toMatchObject({ status: 'refunded' });
  expect(cards.balance()).toBe(0);
  expect(recorded.published.at(-1)).toMatchObject({
    name: 'payments.payment-refunded.v1',
    payload: { paymentId: taken.id, orderId, amountCents: 3400 },
  });
  expect(recorded.audited.at(-1)).toMatchObject({ action: 'payment.refunded', details: { paymentId: taken.id, amountCents: 3400 } });
});

test('a second refund gives nothing back', async () => {
  const { recorded, refundPayment, takePayment } = setUp();
  await takePayment({ orderId, customerId: 'ada', amountCents: 3400 });
  await refundPayment({ orderId });

  expect(await refundPayment({ orderId })).toMatchObject({ status: 'refunded' });

  expect(recorded.published.map(({ name }) => name)).toEqual(['payments.payment-taken.v1', 'payments.payment-refunded.v1']);
});

test('an order that is cancelled before it is paid is never charged', async () => {
  const { cards, recorded, refundPayment, takePayment } = setUp();

  expect(await refundPayment({ orderId })).toMatchObject({ amountCents: 0, status: 'voided' });
  expect(await takePayment({ orderId, customerId: 'ada', amountCents: 3400 })).toMatchObject({ status: 'voided' });

  expect(cards.balance()).toBe(0);
  expect(recorded.published).toEqual([]);
});
