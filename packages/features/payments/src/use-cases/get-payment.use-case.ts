import type { Capabilities, UseCase } from '@formwork/feature';
import { z } from 'zod';
import { PaymentNotFoundError, paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const getPaymentInputSchema = z.object({
  orderId: z.uuid(),
});

export const getPaymentOutputSchema = paymentSchema;

export type IGetPaymentUseCase = UseCase<'payments.getPayment', typeof getPaymentInputSchema, typeof getPaymentOutputSchema>;

export type GetPaymentDependencies = Capabilities<typeof paymentsManifest, 'getPayment'> & {
  readonly payments: IPaymentRepository;
};

/** The payment for an order. Throws `PaymentNotFoundError` where nothing is known of one. */
export const getPaymentUseCase =
  ({ payments }: GetPaymentDependencies): IGetPaymentUseCase =>
  async ({ orderId }) => {
    const payment = await payments.findByOrder(orderId);
    if (payment === null) throw new PaymentNotFoundError(orderId);
    return payment;
  };
