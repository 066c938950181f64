import { expect, test } from 'vitest';
import { PaymentNotFoundError, type Payment } from '../entities/payment.entity.ts';
import { memoryPaymentRepository } from './payment.repository.memory.ts';

const saved: Payment = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10', createdAt: '2026-01-31T09:30:00Z' };

test('gives back what was saved, the last of each id', async () => {
  const repository = memoryPaymentRepository();
  const later = { ...saved, createdAt: '2026-02-01T09:30:00Z' };
  await repository.save(saved);
  await repository.save(later);
  expect(await repository.get(saved.id)).toEqual(later);
});

test('says which payment is not there', async () => {
  await expect(memoryPaymentRepository().get(saved.id)).rejects.toEqual(new PaymentNotFoundError(saved.id));
});
