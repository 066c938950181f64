import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** The customer has paid for an order. */
export const paymentTakenV1 = defineEvent({
  name: 'payments.payment-taken.v1',
  schema: z.object({
    paymentId: z.uuid(),
    orderId: z.uuid(),
    amountCents: z.int().positive(),
  }),
});
