import { expect, test } from 'vitest';
import { paymentRefundedV1 } from './payment-refunded.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { paymentId: orderId, orderId, amountCents: 3400 };
  expect(await paymentRefundedV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await paymentRefundedV1.schema['~standard'].validate({ paymentId: 'the first', orderId, amountCents: 3400 });
  expect(issues?.map(({ path }) => path)).toEqual([['paymentId']]);
});
