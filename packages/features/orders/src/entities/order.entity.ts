import { FeatureError } from '@formwork/feature';
import { z } from 'zod';

export const orderSchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
});

export type Order = z.output<typeof orderSchema>;

/** No order has this id. */
export class OrderNotFoundError extends FeatureError {
  override readonly name = 'OrderNotFoundError';

  constructor(id: string) {
    super('orders/order-not-found', `There is no order ${id}.`);
  }
}
