import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const getPaymentInputSchema = paymentSchema.pick({ id: true });
export const getPaymentOutputSchema = paymentSchema;

export type IGetPaymentUseCase = UseCase<
  'payments.getPayment',
  typeof getPaymentInputSchema,
  typeof getPaymentOutputSchema
>;

export type GetPaymentDependencies = Capabilities<typeof paymentsManifest, 'getPayment'> & {
  readonly payments: IPaymentRepository;
};

export const getPaymentUseCase =
  (_dependencies: GetPaymentDependencies): IGetPaymentUseCase =>
  () =>
    Promise.reject(new NotImplementedError('payments.getPayment'));
