import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { paymentSchema } from '../entities/payment.entity.ts';
import type { paymentsManifest } from '../feature.manifest.ts';
import type { IPaymentRepository } from '../repositories/payment.repository.ts';

export const takePaymentInputSchema = paymentSchema.pick({ id: true });
export const takePaymentOutputSchema = paymentSchema;

export type ITakePaymentUseCase = UseCase<
  'payments.takePayment',
  typeof takePaymentInputSchema,
  typeof takePaymentOutputSchema
>;

export type TakePaymentDependencies = Capabilities<typeof paymentsManifest, 'takePayment'> & {
  readonly payments: IPaymentRepository;
};

export const takePaymentUseCase =
  (_dependencies: TakePaymentDependencies): ITakePaymentUseCase =>
  () =>
    Promise.reject(new NotImplementedError('payments.takePayment'));
