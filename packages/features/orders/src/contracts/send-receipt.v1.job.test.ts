import { expect, test } from 'vitest';
import { sendReceiptV1 } from './send-receipt.v1.job.ts';

test('takes a payload in as it is', async () => {
  const payload = { orderId: '0a0f4c1e-0000-4000-8000-000000000001' };
  expect(await sendReceiptV1.schema['~standard'].validate(payload)).toEqual({ value: payload });
});

test('refuses another, and says where', async () => {
  const { issues } = await sendReceiptV1.schema['~standard'].validate({ orderId: 'the first' });
  expect(issues?.map(({ path }) => path)).toEqual([['orderId']]);
});
