import { expect, test } from 'vitest';
import { paymentTakenV1 } from './payment-taken.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { paymentId: orderId, orderId, amountCents: 3400 };
  expect(paymentTakenV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = paymentTakenV1.schema.safeParse({ paymentId: orderId, orderId, amountCents: 0.5 });
  expect(error?.issues.map(({ path }) => path)).toEqual([['amountCents']]);
});
