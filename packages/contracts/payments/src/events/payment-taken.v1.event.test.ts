import { expect, test } from 'vitest';
import { paymentTakenV1 } from './payment-taken.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { paymentId: orderId, orderId, amountCents: 3400 };
  expect(await paymentTakenV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await paymentTakenV1.schema['~standard'].validate({ paymentId: orderId, orderId, amountCents: 0.5 });
  expect(issues?.map(({ path }) => path)).toEqual([['amountCents']]);
});
