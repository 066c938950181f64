import { z } from 'zod';
import { defineChannel, defineEvent, defineFeature, defineJob, type Capabilities, type UseCase } from '../index.ts';

/** The feature that every fixture of this folder starts from. */
export const ordersManifest = defineFeature({
  name: 'orders',
  useCases: {
    placeOrder: {
      status: 'live',
      mutates: true,
      publishes: ['orders.order-placed.v1', 'orders.order-lost.v1'],
      enqueues: ['orders.send-receipt.v1'],
      broadcasts: ['orders.order-feed.v1'],
      audits: ['order.placed'],
    },
    rejectOrder: { status: 'live', mutates: true, consumes: ['payments.payment-failed.v1'] },
  },
});

export const orderPlacedV1 = defineEvent({
  name: 'orders.order-placed.v1',
  schema: z.object({ orderId: z.string(), total: z.number(), speed: z.enum(['slow', 'fast']), lines: z.array(z.object({ sku: z.string() })).optional() }),
});
export const orderPlacedV2 = defineEvent({ name: 'orders.order-placed.v2', schema: z.object({ orderId: z.string() }) });
export const orderLostV1 = defineEvent({ name: 'orders.order-lost.v1', schema: z.object({ orderId: z.string() }) });
export const orderShippedV1 = defineEvent({ name: 'orders.order-shipped.v1', schema: z.object({ orderId: z.string() }) });
export const paymentFailedV1 = defineEvent({ name: 'payments.payment-failed.v1', schema: z.object({ orderId: z.string() }) });
export const sendReceiptV1 = defineJob({ name: 'orders.send-receipt.v1', schema: z.object({ orderId: z.string() }) });
export const orderFeedV1 = defineChannel({ name: 'orders.order-feed.v1', scope: 'user', schema: z.object({ orderId: z.string() }) });

export const placeOrderInputSchema = z.object({ sku: z.string(), amount: z.coerce.number() });
export const placeOrderOutputSchema = z.object({ orderId: z.string() });
export type IPlaceOrderUseCase = UseCase<'orders.placeOrder', typeof placeOrderInputSchema, typeof placeOrderOutputSchema>;

export const rejectOrderInputSchema = z.object({ orderId: z.string() });
export const rejectOrderOutputSchema = z.object({ rejected: z.boolean() });
export type IRejectOrderUseCase = UseCase<'orders.rejectOrder', typeof rejectOrderInputSchema, typeof rejectOrderOutputSchema>;

export type PlaceOrderDependencies = Capabilities<typeof ordersManifest, 'placeOrder'> & { readonly nextId: () => string };
export type RejectOrderDependencies = Capabilities<typeof ordersManifest, 'rejectOrder'> & { readonly rejected: Set<string> };

export const placeOrderUseCase =
  ({ publish, enqueue, broadcast, audit, nextId }: PlaceOrderDependencies): IPlaceOrderUseCase =>
  async ({ amount }) => {
    const orderId = nextId();
    await publish(orderPlacedV1, { orderId, total: amount, speed: 'fast', lines: [{ sku: 'a' }] });
    await enqueue(sendReceiptV1, { orderId });
    await broadcast(orderFeedV1, { orderId }, 'user-1');
    await audit('order.placed', { orderId });
    return { orderId };
  };

export const rejectOrderUseCase =
  ({ rejected }: RejectOrderDependencies): IRejectOrderUseCase =>
  async ({ orderId }) => {
    rejected.add(orderId);
    return { rejected: true };
  };
