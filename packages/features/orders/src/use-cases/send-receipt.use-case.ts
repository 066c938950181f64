import { NotImplementedError, type Capabilities, type UseCase } from '@formwork/feature';
import { orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const sendReceiptInputSchema = orderSchema.pick({ id: true });
export const sendReceiptOutputSchema = orderSchema;

export type ISendReceiptUseCase = UseCase<
  'orders.sendReceipt',
  typeof sendReceiptInputSchema,
  typeof sendReceiptOutputSchema
>;

export type SendReceiptDependencies = Capabilities<typeof ordersManifest, 'sendReceipt'> & {
  readonly orders: IOrderRepository;
};

export const sendReceiptUseCase =
  (_dependencies: SendReceiptDependencies): ISendReceiptUseCase =>
  () =>
    Promise.reject(new NotImplementedError('orders.sendReceipt'));
