import { expect, test } from 'vitest';
import type { Payment } from '../entities/payment.entity.ts';
import { memoryPaymentRepository } from './payment.repository.memory.ts';

const payment: Payment = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  orderId: '0a0f4c1e-0000-4000-8000-000000000001',
  amountCents: 3400,
  status: 'taken',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

test('gives back the last state of an order’s payment', async () => {
  const payments = memoryPaymentRepository();
  await payments.save(payment);
  await payments.save({ ...payment, status: 'refunded' });
  expect(await payments.findByOrder(payment.orderId)).toEqual({ ...payment, status: 'refunded' });
});

test('keeps a copy of its own', async () => {
  const payments = memoryPaymentRepository();
  const changed = { ...payment };
  await payments.save(changed);
  changed.status = 'failed';
  expect(await payments.findByOrder(payment.orderId)).toEqual(payment);
});

test('gives null where there is none', async () => {
  expect(await memoryPaymentRepository().findByOrder(payment.orderId)).toBeNull();
});
