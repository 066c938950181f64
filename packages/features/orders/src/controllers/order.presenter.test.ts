import { expect, test } from 'vitest';
import { presentOrder } from './order.presenter.ts';

test('shows the total, and not whose order it is', () => {
  const lines = [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }];
  const placedAt = '2026-01-01T00:00:00.000Z';
  const id = '0a0f4c1e-0000-4000-8000-000000000001';
  expect(presentOrder({ id, customerId: 'ada', lines, status: 'paid', placedAt })).toEqual({ id, lines, placedAt, status: 'paid', totalCents: 2500 });
});
