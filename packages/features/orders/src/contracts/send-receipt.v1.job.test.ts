import { expect, test } from 'vitest';
import { sendReceiptV1 } from './send-receipt.v1.job.ts';

test('takes an order id, and nothing else', () => {
  expect(sendReceiptV1.schema.safeParse({ orderId: '0a0f4c1e-0000-4000-8000-000000000001' }).success).toBe(true);
  expect(sendReceiptV1.schema.safeParse({ orderId: 'the first' }).success).toBe(false);
});
