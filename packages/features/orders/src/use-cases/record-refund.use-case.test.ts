import { NotImplementedError } from '@formwork/feature';
import { expect, test } from 'vitest';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';
import { recordRefundUseCase } from './record-refund.use-case.ts';

const useCase = recordRefundUseCase({ orders: memoryOrderRepository() });
const input = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10' };

test.fails('records a refund', async () => {
  await expect(useCase(input)).resolves.toHaveProperty('id');
});

test('is a draft, and says so', async () => {
  await expect(useCase(input)).rejects.toThrow(new NotImplementedError('orders.recordRefund'));
});
