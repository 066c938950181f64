import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const cancelOrderInputSchema = orderSchema.pick({ id: true });
export const cancelOrderOutputSchema = orderSchema;

export type ICancelOrderUseCase = UseCase<
  'orders.cancelOrder',
  typeof cancelOrderInputSchema,
  typeof cancelOrderOutputSchema
>;

export type CancelOrderDependencies = Capabilities<typeof ordersManifest, 'cancelOrder'> & {
  readonly orders: IOrderRepository;
};

export const cancelOrderUseCase =
  (_dependencies: CancelOrderDependencies): ICancelOrderUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.cancelOrder'));
