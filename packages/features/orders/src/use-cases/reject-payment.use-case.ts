import type { Capabilities, UseCase } from '@formwork/feature';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { z } from 'zod';
import { advance, canBecome, orderStatusSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const rejectPaymentInputSchema = z.object({
  orderId: z.uuid(),
});

export const rejectPaymentOutputSchema = z.object({
  status: orderStatusSchema,
});

export type IRejectPaymentUseCase = UseCase<'orders.rejectPayment', typeof rejectPaymentInputSchema, typeof rejectPaymentOutputSchema>;

export type RejectPaymentDependencies = Capabilities<typeof ordersManifest, 'rejectPayment'> & {
  readonly orders: IOrderRepository;
};

/** Marks an order as unpaid. Heard twice, or of an order that was cancelled meanwhile, it changes nothing. */
export const rejectPaymentUseCase =
  ({ broadcast, orders }: RejectPaymentDependencies): IRejectPaymentUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    if (!canBecome(order, 'unpaid')) return { status: order.status };
    await broadcast(orderFeedV1, { orderId, status: 'unpaid' }, order.customerId);
    await orders.save(advance(order, 'unpaid'));
    return { status: 'unpaid' };
  };
