import { expect, test } from 'vitest';
import { paymentRefundedV1 } from './payment-refunded.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { paymentId: orderId, orderId, amountCents: 3400 };
  expect(paymentRefundedV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = paymentRefundedV1.schema.safeParse({ paymentId: 'the first', orderId, amountCents: 3400 });
  expect(error?.issues.map(({ path }) => path)).toEqual([['paymentId']]);
});
