import { stubUseCase } from '@formwork/feature/testing';
import { expect, test } from 'vitest';
import { refundPaymentInputSchema, refundPaymentOutputSchema, type IRefundPaymentUseCase } from '../use-cases/refund-payment.use-case.ts';
import { refundPaymentController } from './refund-payment.controller.ts';

const id = '6f1c2c38-9c1f-4b8e-8d57-2f3a7e0d9b10';
const answer = { id, createdAt: '2026-01-31T09:30:00Z' };

const controller = refundPaymentController(
  stubUseCase<IRefundPaymentUseCase>({
    name: 'payments.refundPayment',
    input: refundPaymentInputSchema,
    output: refundPaymentOutputSchema,
    respond: async () => answer,
  }),
);

test('presents what the use case gives back', async () => {
  expect(await controller({ id })).toEqual(answer);
});

test('refuses what is no input', async () => {
  await expect(controller(null)).rejects.toMatchObject({ code: 'input/invalid' });
});
