import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const refundPaymentInputSchema = paymentSchema.pick({ id: true });
export const refundPaymentOutputSchema = paymentSchema;

export type IRefundPaymentUseCase = UseCase<
  'payments.refundPayment',
  typeof refundPaymentInputSchema,
  typeof refundPaymentOutputSchema
>;

export type RefundPaymentDependencies = Capabilities<typeof paymentsManifest, 'refundPayment'> & {
  readonly payments: IPaymentRepository;
};

export const refundPaymentUseCase =
  (_dependencies: RefundPaymentDependencies): IRefundPaymentUseCase =>
  () =>
    Promise.reject(new NotImplementedError('payments.refundPayment'));
