import type { Capabilities, UseCase } from '@formwork/feature';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { orderShippedV1 } from '@repo/orders-contracts/events/order-shipped.v1';
import { z } from 'zod';
import { advance, orderSchema } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const shipOrderInputSchema = z.object({
  orderId: z.uuid(),
});

export const shipOrderOutputSchema = orderSchema;

export type IShipOrderUseCase = UseCase<'orders.shipOrder', typeof shipOrderInputSchema, typeof shipOrderOutputSchema>;

export type ShipOrderDependencies = Capabilities<typeof ordersManifest, 'shipOrder'> & {
  readonly orders: IOrderRepository;
};

/** Sends a paid order on its way. Throws `OrderNotFoundError`, and `OrderStatusError` where it is not paid. */
export const shipOrderUseCase =
  ({ audit, broadcast, orders, publish }: ShipOrderDependencies): IShipOrderUseCase =>
  async ({ orderId }) => {
    const order = await orders.get(orderId);
    const shipped = advance(order, 'shipped');
    await publish(orderShippedV1, { orderId, customerId: shipped.customerId });
    await broadcast(orderFeedV1, { orderId, status: 'shipped' }, shipped.customerId);
    await audit('order.shipped', { orderId });
    await orders.save(shipped);
    return shipped;
  };
