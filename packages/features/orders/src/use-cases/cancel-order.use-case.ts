import type { Capabilities, UseCase } from '@formwork/feature';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { orderCancelledV1 } from '@repo/orders-contracts/events/order-cancelled.v1';
import { z } from 'zod';
import { advance, orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const cancelOrderInputSchema = z.object({
  orderId: z.uuid(),
});

export const cancelOrderOutputSchema = orderSchema;

export type ICancelOrderUseCase = UseCase<'orders.cancelOrder', typeof cancelOrderInputSchema, typeof cancelOrderOutputSchema>;

export type CancelOrderDependencies = Capabilities<typeof ordersManifest, 'cancelOrder'> & {
  readonly orders: IOrderRepository;
};

/** Takes an order back before it has left; payments hears of it and refunds. Throws `OrderNotFoundError` and `OrderStatusError`. */
export const cancelOrderUseCase =
  ({ audit, broadcast, orders, publish }: CancelOrderDependencies): ICancelOrderUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    const cancelled = advance(order, 'cancelled');
    await publish(orderCancelledV1, { orderId });
    await broadcast(orderFeedV1, { orderId, status: 'cancelled' }, cancelled.customerId);
    await audit('order.cancelled', { orderId });
    await orders.save(cancelled);
    return cancelled;
  };
