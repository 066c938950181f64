import { NotImplementedError } from '@formwork/feature';
import { expect, test } from 'vitest';
import { memoryPaymentRepository } from '../repositories/payment.repository.memory.ts';
import { refundPaymentUseCase } from './refund-payment.use-case.ts';

const useCase = refundPaymentUseCase({ payments: memoryPaymentRepository() });
const input = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10' };

test.fails('refunds a payment', async () => {
  await expect(useCase(input)).resolves.toHaveProperty('id');
});

test('is a draft, and says so', async () => {
  await expect(useCase(input)).rejects.toThrow(new NotImplementedError('payments.refundPayment'));
});
