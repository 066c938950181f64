import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const rejectPaymentInputSchema = orderSchema.pick({ id: true });
export const rejectPaymentOutputSchema = orderSchema;

export type IRejectPaymentUseCase = UseCase<
  'orders.rejectPayment',
  typeof rejectPaymentInputSchema,
  typeof rejectPaymentOutputSchema
>;

export type RejectPaymentDependencies = Capabilities<typeof ordersManifest, 'rejectPayment'> & {
  readonly orders: IOrderRepository;
};

export const rejectPaymentUseCase =
  (_dependencies: RejectPaymentDependencies): IRejectPaymentUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.rejectPayment'));
