import type { Capabilities, UseCase } from '@formwork/feature';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { z } from 'zod';
import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';
import { advance, canBecome, orderStatusSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const confirmPaymentInputSchema = z.object({
  orderId: z.uuid(),
});

export const confirmPaymentOutputSchema = z.object({
  status: orderStatusSchema,
});

export type IConfirmPaymentUseCase = UseCase<'orders.confirmPayment', typeof confirmPaymentInputSchema, typeof confirmPaymentOutputSchema>;

export type ConfirmPaymentDependencies = Capabilities<typeof ordersManifest, 'confirmPayment'> & {
  readonly orders: IOrderRepository;
};

/**
 * Marks an order as paid and has its receipt sent. Heard twice, or of an order that was cancelled meanwhile, it changes nothing.
 * The new status is kept last: where an effect fails, the event comes again and nothing of it is lost.
 */
export const confirmPaymentUseCase =
  ({ broadcast, enqueue, orders }: ConfirmPaymentDependencies): IConfirmPaymentUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    if (!canBecome(order, 'paid')) return { status: order.status };
    await enqueue(sendReceiptV1, { orderId });
    await broadcast(orderFeedV1, { orderId, status: 'paid' }, order.customerId);
    await orders.save(advance(order, 'paid'));
    return { status: 'paid' };
  };
