import { memoryComposition } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { bindPayments } from '../bind.ts';
import { memoryPaymentRepository } from '../repositories/payment.repository.memory.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

test('an order is charged when it is placed', async () => {
  const { context, deliver } = memoryComposition();
  const payments = memoryPaymentRepository();
  await bindPayments(context, payments).start();

  await context.events.publish({ name: 'orders.order-placed.v1', payload: { orderId, customerId: 'ada', totalCents: 2500 } });
  await deliver();

  expect(await payments.findByOrder(orderId)).toMatchObject({ amountCents: 2500, status: 'taken' });
});
