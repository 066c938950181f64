import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import { memoryReceiptMailer } from '../mailers/receipt.mailer.memory.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('a receipt goes out for each job', async () => {
  const { context, deliver } = memoryComposition();
  const orders = memoryOrderRepository();
  const receipts = memoryReceiptMailer();
  await orders.save({
    id: orderId,
    customerId: 'ada',
    lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
    status: 'paid',
    placedAt: '2026-01-01T00:00:00.000Z',
  });
  await bindOrders(context, orders, receipts).start();

  await context.jobs.enqueue({ name: 'orders.send-receipt.v1', payload: { orderId } });
  await deliver();

  expect(receipts.sent).toEqual([{ orderId, customerId: 'ada', totalCents: 2500 }]);
});
