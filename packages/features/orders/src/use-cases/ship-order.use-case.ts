import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const shipOrderInputSchema = orderSchema.pick({ id: true });
export const shipOrderOutputSchema = orderSchema;

export type IShipOrderUseCase = UseCase<
  'orders.shipOrder',
  typeof shipOrderInputSchema,
  typeof shipOrderOutputSchema
>;

export type ShipOrderDependencies = Capabilities<typeof ordersManifest, 'shipOrder'> & {
  readonly orders: IOrderRepository;
};

export const shipOrderUseCase =
  (_dependencies: ShipOrderDependencies): IShipOrderUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.shipOrder'));
