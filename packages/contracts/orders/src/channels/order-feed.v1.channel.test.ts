import { expect, test } from 'vitest';
import { orderFeedV1 } from './order-feed.v1.channel.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', async () => {
  const payload = { orderId, status: 'paid' };
  expect(await orderFeedV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await orderFeedV1.schema['~standard'].validate({ orderId, status: 'lost' });
  expect(issues?.map(({ path }) => path)).toEqual([['status']]);
});
