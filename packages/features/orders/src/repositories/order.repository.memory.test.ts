import { expect, test } from 'vitest';
import { OrderNotFoundError, type Order } from '../entities/order.entity.ts';
import { anOrder } from '../testing/an-order.ts';
import { memoryOrderRepository } from './order.repository.memory.ts';

const saved = anOrder();

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
