import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const getOrderInputSchema = orderSchema.pick({ id: true });
export const getOrderOutputSchema = orderSchema;

export type IGetOrderUseCase = UseCase<
  'orders.getOrder',
  typeof getOrderInputSchema,
  typeof getOrderOutputSchema
>;

export type GetOrderDependencies = Capabilities<typeof ordersManifest, 'getOrder'> & {
  readonly orders: IOrderRepository;
};

export const getOrderUseCase =
  (_dependencies: GetOrderDependencies): IGetOrderUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.getOrder'));
