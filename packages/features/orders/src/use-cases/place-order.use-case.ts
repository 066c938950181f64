import type { Capabilities, Clock, UseCase } from '@formwork/feature';
import { orderPlacedV1 } from '@repo/orders-contracts/events/order-placed.v1';
import { z } from 'zod';
import { type Order, orderLineSchema, orderSchema, totalCents } from '../entities/order.entity.ts';
import type { ordersManifest } from '../feature.manifest.ts';
import type { IOrderRepository } from '../repositories/order.repository.ts';

export const placeOrderInputSchema = z.object({
  customerId: z.string().min(1),
  lines: z.array(orderLineSchema).min(1),
});

export const placeOrderOutputSchema = orderSchema;

export type IPlaceOrderUseCase = UseCase<'orders.placeOrder', typeof placeOrderInputSchema, typeof placeOrderOutputSchema>;

export type PlaceOrderDependencies = Capabilities<typeof ordersManifest, 'placeOrder'> & {
  readonly clock: Clock;
  readonly orders: IOrderRepository;
};

/** Takes an order in; payments hears of it and takes the money. */
export const placeOrderUseCase =
  ({ audit, clock, orders, publish }: PlaceOrderDependencies): IPlaceOrderUseCase =>
  async ({ customerId, lines }) => {
    const order: Order = { id: crypto.randomUUID(), customerId, lines, status: 'placed', placedAt: clock.now().toISOString() };
    await orders.save(order);
    await publish(orderPlacedV1, { orderId: order.id, customerId, totalCents: totalCents(order) });
    await audit('order.placed', { orderId: order.id });
    return order;
  };
