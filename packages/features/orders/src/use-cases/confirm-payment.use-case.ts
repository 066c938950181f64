import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const confirmPaymentInputSchema = orderSchema.pick({ id: true });
export const confirmPaymentOutputSchema = orderSchema;

export type IConfirmPaymentUseCase = UseCase<
  'orders.confirmPayment',
  typeof confirmPaymentInputSchema,
  typeof confirmPaymentOutputSchema
>;

export type ConfirmPaymentDependencies = Capabilities<typeof ordersManifest, 'confirmPayment'> & {
  readonly orders: IOrderRepository;
};

export const confirmPaymentUseCase =
  (_dependencies: ConfirmPaymentDependencies): IConfirmPaymentUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.confirmPayment'));
