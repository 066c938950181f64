import { expect, test } from 'vitest';
import { orderCancelledV1 } from './order-cancelled.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { orderId };
  expect(orderCancelledV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = orderCancelledV1.schema.safeParse({ orderId: 'the first' });
  expect(error?.issues.map(({ path }) => path)).toEqual([['orderId']]);
});
