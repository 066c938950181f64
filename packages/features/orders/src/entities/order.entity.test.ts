import { expect, test } from 'vitest';
import { OrderNotFoundError, orderSchema } from './order.entity.ts';

const valid = { id: '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10', createdAt: '2026-01-31T09:30:00Z' };

test('an order has an id and the time it was made', () => {
  expect(orderSchema.parse(valid)).toEqual(valid);
});

test.each([
  ['an id that is none', { ...valid, id: '1' }],
  ['a time that is none', { ...valid, createdAt: 'yesterday' }],
])('%s is refused', (_what, value) => {
  expect(orderSchema.safeParse(value).success).toBe(false);
});

test('an order that is not there is named by its id', () => {
  expect(new OrderNotFoundError(valid.id)).toMatchObject({
    code: 'orders/order-not-found',
    message: `There is no order ${valid.id}.`,
  });
});
