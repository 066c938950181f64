import { expect, test } from 'vitest';
import { memoryReceiptMailer } from './receipt.mailer.memory.ts';

test('keeps what was sent, oldest first', async () => {
  const mailer = memoryReceiptMailer();
  const receipts = ['ada', 'grace'].map((customerId) => ({ orderId: '0a0f4c1e-0000-4000-8000-000000000001', customerId, totalCents: 900 }));
  for (const receipt of receipts) await mailer.send(receipt);
  expect(mailer.sent).toEqual(receipts);
});
