import { expect, test } from 'vitest';
import { memoryCardGateway } from './card.gateway.memory.ts';

test('charges up to the limit, and refunds', async () => {
  const gateway = memoryCardGateway(1000);

  expect(await gateway.charge({ paymentId: 'first', customerId: 'ada', amountCents: 1000 })).toEqual({ accepted: true });
  expect(await gateway.charge({ paymentId: 'second', customerId: 'ada', amountCents: 1001 })).toEqual({
    accepted: false,
    reason: 'More than 1000 cents.',
  });
  expect(gateway.balance()).toBe(1000);

  await gateway.refund({ paymentId: 'first', amountCents: 1000 });
  expect(gateway.balance()).toBe(0);
});

test('a charge that is repeated is one charge', async () => {
  const gateway = memoryCardGateway();
  await gateway.charge({ paymentId: 'first', customerId: 'ada', amountCents: 1000 });
  await gateway.charge({ paymentId: 'first', customerId: 'ada', amountCents: 1000 });
  expect(gateway.balance()).toBe(1000);
});
