import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const recordRefundInputSchema = orderSchema.pick({ id: true });
export const recordRefundOutputSchema = orderSchema;

export type IRecordRefundUseCase = UseCase<
  'orders.recordRefund',
  typeof recordRefundInputSchema,
  typeof recordRefundOutputSchema
>;

export type RecordRefundDependencies = Capabilities<typeof ordersManifest, 'recordRefund'> & {
  readonly orders: IOrderRepository;
};

export const recordRefundUseCase =
  (_dependencies: RecordRefundDependencies): IRecordRefundUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.recordRefund'));
