import { expect, test } from 'vitest';
import { anOrder } from '../testing/an-order.ts';
import { presentOrder } from './order.presenter.ts';

test('shows the total, and not whose order it is', () => {
  const { id, lines, placedAt, status, ...rest } = anOrder();
  expect(presentOrder({ id, lines, placedAt, status, ...rest })).toEqual({ id, lines, placedAt, status, totalCents: 2500 });
});
