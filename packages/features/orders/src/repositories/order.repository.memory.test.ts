import { expect, test } from 'vitest';
import { OrderNotFoundError, type Order } from '../entities/order.entity.ts';
import { memoryOrderRepository } from './order.repository.memory.ts';

const saved: Order = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10', createdAt: '2026-01-31T09:30:00Z' };

test('gives back what was saved, the last of each id', async () => {
  const repository = memoryOrderRepository();
  const later = { ...saved, createdAt: '2026-02-01T09:30:00Z' };
  await repository.save(saved);
  await repository.save(later);
  expect(await repository.get(saved.id)).toEqual(later);
});

test('says which order is not there', async () => {
  await expect(memoryOrderRepository().get(saved.id)).rejects.toEqual(new OrderNotFoundError(saved.id));
});
