import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { getPaymentInputSchema, getPaymentOutputSchema, type IGetPaymentUseCase } from '../use-cases/get-payment.use-case.ts';
import { getPaymentController } from './get-payment.controller.ts';

const orderId = '0a0f4c1e-0000-4000-8000-000000000001';

const controller = getPaymentController(
  stubUseCase<IGetPaymentUseCase>({
    name: 'payments.getPayment',
    input: getPaymentInputSchema,
    output: getPaymentOutputSchema,
    respond: async () => ({ id: orderId, orderId, amountCents: 3400, status: 'taken', updatedAt: '2026-01-01T00:00:00.000Z' }),
  }),
);

test('presents what callers may see', async () => {
  expect(await controller({ orderId })).toEqual({ amountCents: 3400, orderId, status: 'taken' });
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
