import { expect, test } from 'vitest';
import { orderShippedV1 } from './order-shipped.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { orderId, customerId: 'ada' };
  expect(orderShippedV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = orderShippedV1.schema.safeParse({ orderId, customerId: '' });
  expect(error?.issues.map(({ path }) => path)).toEqual([['customerId']]);
});
