import { defineChannel } from '@formwork/feature';
import { z } from 'zod';

/** Shows customers how their own orders come along. */
export const orderFeedV1 = defineChannel({
  name: 'orders.order-feed.v1',
  scope: 'user',
  schema: z.object({
    orderId: z.uuid(),
    status: z.enum(['paid', 'unpaid', 'shipped', 'cancelled', 'refunded']),
  }),
});
