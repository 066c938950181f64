import { expect, test } from 'vitest';
import { orderCancelledV1 } from './order-cancelled.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { orderId };
  expect(await orderCancelledV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await orderCancelledV1.schema['~standard'].validate({ orderId: 'the first' });
  expect(issues?.map(({ path }) => path)).toEqual([['orderId']]);
});
