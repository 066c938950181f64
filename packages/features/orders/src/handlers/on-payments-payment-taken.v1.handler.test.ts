import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindOrders } from '../bind.ts';
import { memoryOrderRepository } from '../repositories/order.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('an order is paid when payments says so', async () => {
  const { context, deliver } = memoryComposition();
  const orders = memoryOrderRepository();
  await orders.save({
    id: orderId,
    customerId: 'ada',
    lines: [{ sku: 'trowel', quantity: 2, unitPriceCents: 1250 }],
    status: 'placed',
    placedAt: '2026-01-01T00:00:00.000Z',
  });
  await bindOrders(context, orders).start();

  await context.events.publish({ name: 'payments.payment-taken.v1', payload: { paymentId: orderId, orderId, amountCents: 2500 } });
  await deliver();

  expect(await orders.get(orderId)).toMatchObject({ status: 'paid' });
});
