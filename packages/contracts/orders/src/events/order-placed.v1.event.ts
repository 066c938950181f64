import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** A customer has placed an order, and owes its total. */
export const orderPlacedV1 = defineEvent({
  name: 'orders.order-placed.v1',
  schema: z.object({
    orderId: z.uuid(),
    customerId: z.string().min(1),
    totalCents: z.int().positive(),
  }),
});
