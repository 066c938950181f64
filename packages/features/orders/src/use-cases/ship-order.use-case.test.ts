import { NotImplementedError } from '@formwork/feature';
import { expect, test } from 'vitest';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';
import { shipOrderUseCase } from './ship-order.use-case.ts';

const useCase = shipOrderUseCase({ orders: memoryOrderRepository() });
const input = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10' };

test.fails('ships an order', async () => {
  await expect(useCase(input)).resolves.toHaveProperty('id');
});

test('is a draft, and says so', async () => {
  await expect(useCase(input)).rejects.toThrow(new NotImplementedError('orders.shipOrder'));
});
