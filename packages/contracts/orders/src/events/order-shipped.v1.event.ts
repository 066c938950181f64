import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** An order has left the house. */
export const orderShippedV1 = defineEvent({
  name: 'orders.order-shipped.v1',
  schema: z.object({
    orderId: z.uuid(),
    customerId: z.string().min(1),
  }),
});
