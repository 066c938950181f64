import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindPayments } from '../bind.ts';
import { memoryPaymentRepository } from '../repositories/payment.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('an order is voided when it is cancelled before it was charged', async () => {
  const { context, deliver } = memoryComposition();
  const payments = memoryPaymentRepository();
  await bindPayments(context, payments).start();

  await context.events.publish({ name: 'orders.order-cancelled.v1', payload: { orderId } });
  await deliver();

  expect(await payments.findByOrder(orderId)).toMatchObject({ status: 'voided' });
});
