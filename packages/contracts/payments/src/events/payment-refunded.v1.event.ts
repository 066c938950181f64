import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** What was paid for an order has gone back to the customer. */
export const paymentRefundedV1 = defineEvent({
  name: 'payments.payment-refunded.v1',
  schema: z.object({
    paymentId: z.uuid(),
    orderId: z.uuid(),
    amountCents: z.int().positive(),
  }),
});
