import { FeatureError } from '@formwork/feature';
import { z } from 'zod';

export const paymentStatusSchema = z.enum(['taken', 'failed', 'refunded', 'voided']);

/** One for each order. `voided`: the order was cancelled before anything was taken, and nothing will be. */
export const paymentSchema = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  amountCents: z.int().nonnegative(),
  status: paymentStatusSchema,
  updatedAt: z.iso.datetime(),
});

export type Payment = z.output<typeof paymentSchema>;

/** Nothing is known of a payment for this order. */
export class PaymentNotFoundError extends FeatureError {
  override readonly name = 'PaymentNotFoundError';

  constructor(orderId: string) {
    super('payments/payment-not-found', `There is no payment for order ${orderId}.`);
  }
}

/** True where there is money to give back. */
export const isRefundable = ({ status }: Payment): boolean => status === 'taken';
