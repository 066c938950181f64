import { expect, test } from 'vitest';
import { isRefundable, type Payment, PaymentNotFoundError, paymentStatusSchema } from './payment.entity.ts';

const payment: Payment = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  orderId: '0a0f4c1e-0000-4000-8000-000000000001',
  amountCents: 3400,
  status: 'taken',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

test('only what was taken can go back', () => {
  expect(paymentStatusSchema.options.filter((status) => isRefundable({ ...payment, status }))).toEqual(['taken']);
});

test('a missing payment is named by its order', () => {
  expect(new PaymentNotFoundError(payment.orderId)).toMatchObject({
    name: 'PaymentNotFoundError',
    code: 'payments/payment-not-found',
    message: `There is no payment for order ${payment.orderId}.`,
  });
});
