import {
  bindFeature,
  channelReceiver,
  composeFeatures,
  connectFeature,
  defineChannel,
  defineEvent,
  defineFeature,
  eventHandler,
  jobWorker,
  NotImplementedError,
  type BindContext,
  type Bound,
  type Capabilities,
  type CompositionContext,
  type UseCase,
} from '../index.ts';
import { z } from 'zod';
import {
  orderLostV1,
  orderPlacedV1,
  ordersManifest,
  paymentFailedV1,
  placeOrderInputSchema,
  placeOrderOutputSchema,
  placeOrderUseCase,
  rejectOrderInputSchema,
  rejectOrderOutputSchema,
  rejectOrderUseCase,
  sendReceiptV1,
  type IPlaceOrderUseCase,
  type IRejectOrderUseCase,
  type PlaceOrderDependencies,
} from './orders.ts';

const placeOrderController = (placeOrder: Bound<IPlaceOrderUseCase>) => async (request: unknown) => (await placeOrder.fromUnknown(request)).orderId.length;
const onPaymentsPaymentFailedV1 = (rejectOrder: Bound<IRejectOrderUseCase>) => eventHandler(paymentFailedV1, rejectOrder, ({ orderId }) => ({ orderId }));

export const bindOrders = (context: BindContext<typeof ordersManifest>, rejected = new Set<string>()) => {
  const useCases = bindFeature(ordersManifest, context, {
    placeOrder: {
      input: placeOrderInputSchema,
      output: placeOrderOutputSchema,
      create: (capabilities) => placeOrderUseCase({ ...capabilities, nextId: () => 'order-1' }),
    },
    rejectOrder: {
      input: rejectOrderInputSchema,
      output: rejectOrderOutputSchema,
      create: (capabilities) => rejectOrderUseCase({ ...capabilities, rejected }),
    },
  });
  return connectFeature(ordersManifest, context, useCases, {
    controllers: { placeOrder: placeOrderController(useCases.placeOrder) },
    handlers: [onPaymentsPaymentFailedV1(useCases.rejectOrder)],
    workers: [],
    receivers: [],
  });
};

export const compose = (context: CompositionContext) => composeFeatures({ orders: bindOrders(context) });
export const answer = (context: CompositionContext): Promise<number> => compose(context).features.orders.controllers.placeOrder({});

/** What a payload may be: literal, a variable, readonly, of a union of schemas, with optional keys, dates and records. */
export const payloads = async ({ publish }: Pick<PlaceOrderDependencies, 'publish'>, speed: 'slow' | 'fast', lines: { sku: string }[]) => {
  const payload = { orderId: '1', total: 1, speed, lines };
  await publish(orderPlacedV1, payload);
  await publish(orderPlacedV1, { orderId: '1', total: 1, speed: 'slow' });
  await publish(orderLostV1, { orderId: '1' });
};

const shapesManifest = defineFeature({
  name: 'shapes',
  useCases: {
    drawShape: { status: 'draft', mutates: false, publishes: ['shapes.shape-drawn.v1'], broadcasts: ['shapes.canvas.v1'], receives: ['shapes.canvas.v1'], works: ['orders.send-receipt.v1'] },
  },
});
const shapeDrawnV1 = defineEvent({
  name: 'shapes.shape-drawn.v1',
  schema: z.object({
    shape: z.discriminatedUnion('kind', [z.object({ kind: z.literal('circle'), radius: z.number() }), z.object({ kind: z.literal('box'), size: z.tuple([z.number(), z.number()]) })]),
    at: z.date().optional(),
    labels: z.record(z.string(), z.string()),
    anything: z.unknown(),
    note: z.string().nullable().default(null),
  }),
});
export const canvasV1 = defineChannel({ name: 'shapes.canvas.v1', scope: 'public', schema: z.object({ stroke: z.array(z.number()) }) });
const drawInputSchema = z.object({ strokes: z.number() });
type IDrawShapeUseCase = UseCase<'shapes.drawShape', typeof drawInputSchema, z.ZodVoid>;

export const drawShapeUseCase =
  ({ publish, broadcast }: Capabilities<typeof shapesManifest, 'drawShape'>): IDrawShapeUseCase =>
  async () => {
    await publish(shapeDrawnV1, { shape: { kind: 'circle', radius: 1 }, labels: { a: 'b' }, anything: { deep: [1] } });
    await publish(shapeDrawnV1, { shape: { kind: 'box', size: [1, 2] }, at: new Date(0), labels: {}, anything: undefined, note: 'x' });
    await broadcast(canvasV1, { stroke: [1, 2] });
  };

export const draft = (_dependencies: Capabilities<typeof shapesManifest, 'drawShape'>): IDrawShapeUseCase => () =>
  Promise.reject(new NotImplementedError('shapes.drawShape'));

export const bindShapes = (context: BindContext<typeof shapesManifest>, strokes: number[] = []) => {
  const useCases = bindFeature(shapesManifest, context, {
    drawShape: { input: drawInputSchema, output: z.void(), create: () => async (input) => void strokes.push(input.strokes) },
  });
  return connectFeature(shapesManifest, context, useCases, {
    controllers: {},
    handlers: [],
    workers: [jobWorker(sendReceiptV1, useCases.drawShape, ({ orderId }, { id }) => ({ strokes: orderId.length + id.length }))],
    receivers: [channelReceiver(canvasV1, useCases.drawShape, ({ stroke }, { sender }) => ({ strokes: stroke.length + (sender ?? '').length }))],
  });
};
