import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** The customer's payment for an order was declined; nothing was taken. */
export const paymentFailedV1 = defineEvent({
  name: 'payments.payment-failed.v1',
  schema: z.object({
    orderId: z.uuid(),
    reason: z.string().min(1),
  }),
});
