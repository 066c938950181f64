import { expect, test } from 'vitest';
import { paymentFailedV1 } from './payment-failed.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { orderId, reason: 'More than 5000 cents.' };
  expect(paymentFailedV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = paymentFailedV1.schema.safeParse({ orderId, reason: '' });
  expect(error?.issues.map(({ path }) => path)).toEqual([['reason']]);
});
