import type { Capabilities, UseCase } from '@formwork/feature';
import { z } from 'zod';
import { totalCents } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IReceiptMailer } from '../mailers/receipt.mailer.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const sendReceiptInputSchema = z.object({
  orderId: z.uuid(),
});

export const sendReceiptOutputSchema = z.object({
  sentTo: z.string().min(1),
});

export type ISendReceiptUseCase = UseCase<'orders.sendReceipt', typeof sendReceiptInputSchema, typeof sendReceiptOutputSchema>;

export type SendReceiptDependencies = Capabilities<typeof ordersManifest, 'sendReceipt'> & {
  readonly orders: IOrderRepository;
  readonly receipts: IReceiptMailer;
};

/** Sends the customer what was bought and paid. Throws `OrderNotFoundError` where there is no such order. */
export const sendReceiptUseCase =
  ({ audit, orders, receipts }: SendReceiptDependencies): ISendReceiptUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    await receipts.send({ orderId, customerId: order.customerId, totalCents: totalCents(order) });
    await audit('order.receipt-sent', { orderId });
    return { sentTo: order.customerId };
  };
