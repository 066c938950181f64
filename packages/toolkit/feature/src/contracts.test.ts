import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel, defineEvent, defineJob } from './contracts.ts';

const schema = z.object({ orderId: z.string() });

test.each([
  { made: defineEvent({ name: 'orders.order-placed.v1', schema }), said: { kind: 'event', name: 'orders.order-placed.v1', schema } },
  { made: defineJob({ name: 'orders.send-receipt.v2', schema }), said: { kind: 'job', name: 'orders.send-receipt.v2', schema } },
  {
    made: defineChannel({ name: 'orders.order-feed.v1', scope: 'user', schema }),
    said: { kind: 'channel', name: 'orders.order-feed.v1', scope: 'user', schema },
  },
])('a contract of kind $said.kind is frozen and says what it was given', ({ made, said }) => {
  expect({ ...made }).toMatchObject(said);
  expect(Object.keys(made).sort()).toEqual(Object.keys(said).sort());
  expect(Object.isFrozen(made)).toBe(true);
});

test.each([
  () => defineEvent({ name: 'orders.OrderPlaced.v1', schema }),
  () => defineJob({ name: 'orders.send-receipt', schema }),
  () => defineChannel({ name: 'order-feed.v1', scope: 'public', schema }),
])('a name against the naming law is refused: %s', (make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'contract/name' }));
});
