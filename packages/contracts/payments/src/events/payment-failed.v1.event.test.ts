import { expect, test } from 'vitest';
import { paymentFailedV1 } from './payment-failed.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { orderId, reason: 'More than 5000 cents.' };
  expect(await paymentFailedV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await paymentFailedV1.schema['~standard'].validate({ orderId, reason: '' });
  expect(issues?.map(({ path }) => path)).toEqual([['reason']]);
});
