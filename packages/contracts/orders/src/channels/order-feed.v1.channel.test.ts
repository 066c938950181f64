import { expect, test } from 'vitest';
import { orderFeedV1 } from './order-feed.v1.channel.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('takes a payload in as it is', () => {
  const payload = { orderId, status: 'paid' };
  expect(orderFeedV1.schema.parse(payload)).toEqual(payload);
});

test('refuses another, and says where', () => {
  const { error } = orderFeedV1.schema.safeParse({ orderId, status: 'lost' });
  expect(error?.issues.map(({ path }) => path)).toEqual([['status']]);
});
