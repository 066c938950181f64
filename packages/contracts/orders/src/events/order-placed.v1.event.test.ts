import { expect, test } from 'vitest';
import { orderPlacedV1 } from './order-placed.v1.event.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { orderId, customerId: 'ada', totalCents: 3400 };
  expect(await orderPlacedV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await orderPlacedV1.schema['~standard'].validate({ orderId, customerId: 'ada', totalCents: 0 });
  expect(issues?.map(({ path }) => path)).toEqual([['totalCents']]);
});
