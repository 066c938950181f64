import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import type { Order } from '../entities/order.entity.ts';
import { memoryReceiptMailer } from '../mailers/receipt.mailer.memory.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const order: Order = {
  id: '0a0f4c1e-0000-4000-8000-000000000001',
  customerId: 'ada',
  lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
  status: 'paid',
  placedAt: '2026-01-01T00:00:00.000Z',
};

test('the customer gets the total, once for each call', async () => {
  const { context, recorded } = memoryComposition();
  const orders = memoryOrderRepository();
  const receipts = memoryReceiptMailer();
  await orders.save(order);
  const { sendReceipt } = bindOrders(context, orders, receipts).useCases;

  expect(await sendReceipt({ orderId: order.id })).toEqual({ sentTo: 'ada' });

  expect(receipts.sent).toEqual([{ orderId: order.id, customerId: 'ada', totalCents: 2500 }]);
  expect(recorded.audited).toMatchObject([{ action: 'order.receipt-sent', details: { orderId: order.id } }]);
});

test('an unknown order gets none', async () => {
  const receipts = memoryReceiptMailer();
  const { sendReceipt } = bindOrders(memoryComposition().context, memoryOrderRepository(), receipts).useCases;

  await expect(sendReceipt({ orderId: order.id })).rejects.toMatchObject({ code: 'orders/order-not-found' });

  expect(receipts.sent).toEqual([]);
});
