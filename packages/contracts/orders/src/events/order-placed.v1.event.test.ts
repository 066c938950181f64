import { expect, test } from 'vitest';
import { orderPlacedV1 } from './order-placed.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { orderId, customerId: 'ada', totalCents: 3400 };
  expect(orderPlacedV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = orderPlacedV1.schema.safeParse({ orderId, customerId: 'ada', totalCents: 0 });
  expect(error?.issues.map(({ path }) => path)).toEqual([['totalCents']]);
});
