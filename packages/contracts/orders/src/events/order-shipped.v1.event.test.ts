import { expect, test } from 'vitest';
import { orderShippedV1 } from './order-shipped.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { orderId, customerId: 'ada' };
  expect(await orderShippedV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await orderShippedV1.schema['~standard'].validate({ orderId, customerId: '' });
  expect(issues?.map(({ path }) => path)).toEqual([['customerId']]);
});
