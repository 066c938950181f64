import type { Capabilities, UseCase } from '@formwork/feature';
import { z } from 'zod';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const getOrderInputSchema = z.object({
  orderId: z.uuid(),
});

export const getOrderOutputSchema = orderSchema;

export type IGetOrderUseCase = UseCase<'orders.getOrder', typeof getOrderInputSchema, typeof getOrderOutputSchema>;

export type GetOrderDependencies = Capabilities<typeof ordersManifest, 'getOrder'> & {
  readonly orders: IOrderRepository;
};

/** Throws `OrderNotFoundError` where there is no such order. */
export const getOrderUseCase =
  ({ orders }: GetOrderDependencies): IGetOrderUseCase =>
  ({ orderId }) =>
    orders.get(orderId);
