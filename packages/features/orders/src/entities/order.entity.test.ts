import { describe, expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { advance, canBecome, OrderNotFoundError, orderStatusSchema, totalCents } from './order.entity.ts';

const order = anOrder({
  lines: [
    { sku: 'trowel', quantity: 2, unitPriceCents: 1250 },
    { sku: 'cement', quantity: 1, unitPriceCents: 900 },
  ],
});

test('the total is the sum over all lines', () => {
  expect(totalCents(order)).toBe(3400);
});

describe('an order goes only forward', () => {
  const ways = orderStatusSchema.options.flatMap((from) =>
    orderStatusSchema.options.filter((to) => canBecome({ ...order, status: from }, to)).map((to) => `${from} → ${to}`),
  );

  test('these are all the ways', () => {
    expect(ways).toEqual([
      'placed → paid',
      'placed → unpaid',
      'placed → cancelled',
      'paid → shipped',
      'paid → cancelled',
      'unpaid → cancelled',
      'cancelled → refunded',
    ]);
  });

  test('a way that stands is taken', () => {
    expect(advance(order, 'paid')).toEqual({ ...order, status: 'paid' });
  });

  test('any other is refused by name', () => {
    expect(() => advance(order, 'shipped')).toThrow(
      expect.objectContaining({
        name: 'OrderStatusError',
        code: 'orders/order-status',
        message: `Order ${order.id} is placed and cannot become shipped.`,
      }),
    );
  });
});

test('a missing order is named', () => {
  expect(new OrderNotFoundError(order.id)).toMatchObject({
    name: 'OrderNotFoundError',
    code: 'orders/order-not-found',
    message: `There is no order ${order.id}.`,
  });
});
