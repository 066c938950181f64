import { defineJob } from '@formwork/feature';
import { z } from 'zod';

/** A paid order's receipt is to be sent to its customer. */
export const sendReceiptV1 = defineJob({
  name: 'orders.send-receipt.v1',
  schema: z.object({ orderId: z.uuid() }),
});
