import type { Capabilities, UseCase } from '@formwork/feature';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { z } from 'zod';
import { advance, canBecome, orderStatusSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const recordRefundInputSchema = z.object({
  orderId: z.uuid(),
});

export const recordRefundOutputSchema = z.object({
  status: orderStatusSchema,
});

export type IRecordRefundUseCase = UseCase<'orders.recordRefund', typeof recordRefundInputSchema, typeof recordRefundOutputSchema>;

export type RecordRefundDependencies = Capabilities<typeof ordersManifest, 'recordRefund'> & {
  readonly orders: IOrderRepository;
};

/** Marks a cancelled order as refunded. Heard twice it changes nothing. */
export const recordRefundUseCase =
  ({ broadcast, orders }: RecordRefundDependencies): IRecordRefundUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    if (!canBecome(order, 'refunded')) return { status: order.status };
    await broadcast(orderFeedV1, { orderId, status: 'refunded' }, order.customerId);
    await orders.save(advance(order, 'refunded'));
    return { status: 'refunded' };
  };
