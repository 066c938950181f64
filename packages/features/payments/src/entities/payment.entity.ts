import { FeatureError } from '@formwork/feature';
import { z } from 'zod';

export const paymentSchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
});

export type Payment = z.output<typeof paymentSchema>;

/** No payment has this id. */
export class PaymentNotFoundError extends FeatureError {
  override readonly name = 'PaymentNotFoundError';

  constructor(id: string) {
    super('payments/payment-not-found', `There is no payment ${id}.`);
  }
}
