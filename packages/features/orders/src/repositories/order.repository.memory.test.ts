import { expect, test } from 'vitest';
import { OrderNotFoundError, type Order } from '../entities/order.entity.ts';
import { memoryOrderRepository } from './order.repository.memory.ts';

const saved: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'placed',
  placedAt: '2026-01-01T00:00:00.000Z',
};

test('gives back what was saved, the last of each id', async () => {
  const repository = memoryOrderRepository();
  const later: Order = { ...saved, status: 'paid' };
  await repository.save(saved);
  await repository.save(later);
  expect(await repository.get(saved.id)).toEqual(later);
});

test('says which order is not there', async () => {
  await expect(memoryOrderRepository().get(saved.id)).rejects.toEqual(new OrderNotFoundError(saved.id));
});
