import { defineEvent } from '@formwork/feature';
import { z } from 'zod';

/** An order will not be delivered; what was paid for it goes back. */
export const orderCancelledV1 = defineEvent({
  name: 'orders.order-cancelled.v1',
  schema: z.object({
    orderId: z.uuid(),
  }),
});
