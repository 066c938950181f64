import { FeatureError } from '@formwork/feature';
import { z } from 'zod';

export const orderLineSchema = z.object({
  sku: z.string().min(1),
  quantity: z.int().positive(),
  unitPriceCents: z.int().positive(),
});

export const orderStatusSchema = z.enum(['placed', 'paid', 'unpaid', 'shipped', 'cancelled', 'refunded']);

export const orderSchema = z.object({
  id: z.uuid(),
  customerId: z.string().min(1),
  lines: z.array(orderLineSchema).min(1),
  status: orderStatusSchema,
  placedAt: z.iso.datetime(),
});

export type OrderStatus = z.output<typeof orderStatusSchema>;
export type Order = z.output<typeof orderSchema>;

/** There is no order of this id. */
export class OrderNotFoundError extends FeatureError {
  override readonly name = 'OrderNotFoundError';

  constructor(id: string) {
    super('orders/order-not-found', `There is no order ${id}.`);
  }
}

/** An order cannot go from where it is to where it was asked to go. */
class OrderStatusError extends FeatureError {
  override readonly name = 'OrderStatusError';

  constructor(order: Order, wanted: OrderStatus) {
    super('orders/order-status', `Order ${order.id} is ${order.status} and cannot become ${wanted}.`);
  }
}

const successors: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ['paid', 'unpaid', 'cancelled'],
  paid: ['shipped', 'cancelled'],
  unpaid: ['cancelled'],
  shipped: [],
  cancelled: ['refunded'],
  refunded: [],
};

/** Cents, over all lines. */
export const totalCents = ({ lines }: Pick<Order, 'lines'>): number =>
  lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);

/** True where the order may still go from its status to another. */
export const canBecome = (order: Order, status: OrderStatus): boolean => successors[order.status].includes(status);

/** The order in its new status. Throws `OrderStatusError` where it cannot go there. */
export const advance = (order: Order, status: OrderStatus): Order => {
  if (!canBecome(order, status)) throw new OrderStatusError(order, status);
  return { ...order, status };
};
