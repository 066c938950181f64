import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const placeOrderInputSchema = orderSchema.pick({ id: true });
export const placeOrderOutputSchema = orderSchema;

export type IPlaceOrderUseCase = UseCase<
  'orders.placeOrder',
  typeof placeOrderInputSchema,
  typeof placeOrderOutputSchema
>;

export type PlaceOrderDependencies = Capabilities<typeof ordersManifest, 'placeOrder'> & {
  readonly orders: IOrderRepository;
};

export const placeOrderUseCase =
  (_dependencies: PlaceOrderDependencies): IPlaceOrderUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.placeOrder'));
