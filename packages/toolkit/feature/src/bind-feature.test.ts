import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bindFeature, NotImplementedError, type BindContext, type Capabilities, type UseCase } from './index.ts';
import { memoryComposition } from './testing/index.ts';
import {
  orderFeedV1,
  orderLostV1,
  orderPlacedV1,
  ordersManifest,
  orderShippedV1,
  placeOrderInputSchema,
  placeOrderOutputSchema,
  placeOrderUseCase,
  rejectOrderInputSchema,
  rejectOrderOutputSchema,
  sendReceiptV1,
  type IPlaceOrderUseCase,
} from './type-tests/orders.ts';

type PlaceOrder = (capabilities: Capabilities<typeof ordersManifest, 'placeOrder'>) => IPlaceOrderUseCase;

const placing: PlaceOrder = (capabilities) => placeOrderUseCase({ ...capabilities, nextId: () => 'order-1' });

const bind = (context: BindContext<typeof ordersManifest>, placeOrder: PlaceOrder = placing) =>
  bindFeature(ordersManifest, context, {
    placeOrder: { input: placeOrderInputSchema, output: placeOrderOutputSchema, create: placeOrder },
    rejectOrder: {
      input: rejectOrderInputSchema,
      output: rejectOrderOutputSchema,
      create: (capabilities) => async () => ({ rejected: Object.keys(capabilities).length > 0 }),
    },
  });

describe('a bound use case', () => {
  test('takes a validated input through the use case, and all its effects to the ports', async () => {
    const { context, recorded, clock } = memoryComposition();
    clock.set(new Date('2026-05-04T03:02:01.000Z'));
    const { placeOrder } = bind(context);

    await expect(placeOrder({ sku: 'a', amount: '2' })).resolves.toEqual({ orderId: 'order-1' });

    expect(placeOrder.useCase).toBe('orders.placeOrder');
    expect(recorded).toEqual({
      published: [{ id: 'event-1', name: 'orders.order-placed.v1', payload: { orderId: 'order-1', total: 2, speed: 'fast', lines: [{ sku: 'a' }] } }],
      enqueued: [{ id: 'job-1', name: 'orders.send-receipt.v1', payload: { orderId: 'order-1' } }],
      broadcast: [{ channel: 'orders.order-feed.v1', scope: 'user', audience: 'user-1', payload: { orderId: 'order-1' } }],
      audited: [{ action: 'order.placed', useCase: 'orders.placeOrder', at: new Date('2026-05-04T03:02:01.000Z'), details: { orderId: 'order-1' } }],
      spans: [{ name: 'orders.placeOrder', status: 'ok' }],
      captured: [],
      failures: [],
    });
  });

  test('refuses an unknown input that its schema refuses, before anything else happens', async () => {
    const { context, recorded } = memoryComposition();
    await expect(bind(context).placeOrder.fromUnknown({ sku: 1, amount: 2 })).rejects.toMatchObject({
      code: 'input/invalid',
      message: 'orders.placeOrder does not take this input: sku: Invalid input: expected string, received number',
      issues: [expect.objectContaining({ path: ['sku'] })],
    });
    expect(recorded).toEqual(memoryComposition().recorded);
  });

  test('has an output that its schema refuses captured as an error of its own', async () => {
    const { context, recorded } = memoryComposition();
    const { placeOrder } = bind(context, () => async () => JSON.parse('{ "orderId": 7 }'));
    await expect(placeOrder({ sku: 'a', amount: 1 })).rejects.toMatchObject({ code: 'output/invalid' });
    expect(recorded.captured).toEqual([{ useCase: 'orders.placeOrder', error: expect.objectContaining({ code: 'output/invalid' }) }]);
    expect(recorded.spans).toEqual([{ name: 'orders.placeOrder', status: 'error' }]);
  });

  test('passes on what the use case throws, captured and with its span failed', async () => {
    const { context, recorded } = memoryComposition();
    const error = new NotImplementedError('orders.placeOrder');
    const { placeOrder } = bind(context, () => () => Promise.reject(error));
    await expect(placeOrder({ sku: 'a', amount: 1 })).rejects.toBe(error);
    expect(recorded.captured).toEqual([{ useCase: 'orders.placeOrder', error }]);
    expect(recorded.spans).toEqual([{ name: 'orders.placeOrder', status: 'error' }]);
  });

  test('has no capability of which nothing is declared', async () => {
    await expect(bind(memoryComposition().context).rejectOrder({ orderId: '1' })).resolves.toEqual({ rejected: false });
  });
});

describe('the capabilities', () => {
  /** As code that the compiler did not see would call them. */
  const unseen = async (act: (capabilities: { [effect: string]: (...given: unknown[]) => Promise<void> }) => Promise<void>) => {
    const { context, recorded } = memoryComposition();
    const { placeOrder } = bind(context, (capabilities) => async () => {
      await act(Object.fromEntries(Object.entries(capabilities)));
      return { orderId: '1' };
    });
    return { outcome: placeOrder({ sku: 'a', amount: 1 }), recorded };
  };

  test.each([
    { effect: 'publish', contract: orderPlacedV1 },
    { effect: 'enqueue', contract: sendReceiptV1 },
    { effect: 'broadcast', contract: orderFeedV1 },
  ])('$effect refuses a payload that the schema refuses', async ({ effect, contract }) => {
    const { outcome, recorded } = await unseen((capabilities) => capabilities[effect]?.(contract, { orderId: 1 }, ...(effect === 'broadcast' ? ['user-1'] : [])) ?? Promise.resolve());
    await expect(outcome).rejects.toMatchObject({ code: 'payload/invalid', message: expect.stringContaining(`orders.placeOrder gave ${contract.name}`) });
    expect([recorded.published, recorded.enqueued, recorded.broadcast]).toEqual([[], [], []]);
  });

  test.each([
    { effect: 'publish', given: orderShippedV1, named: 'orders.order-shipped.v1' },
    { effect: 'enqueue', given: orderLostV1, named: 'orders.order-lost.v1' },
    { effect: 'broadcast', given: orderLostV1, named: 'orders.order-lost.v1' },
    { effect: 'audit', given: 'order.rejected', named: 'order.rejected' },
  ])('$effect refuses what is not declared', async ({ effect, given, named }) => {
    const { outcome } = await unseen((capabilities) => capabilities[effect]?.(given, { orderId: '1' }) ?? Promise.resolve());
    await expect(outcome).rejects.toMatchObject({ code: 'effect/undeclared', message: expect.stringContaining(`orders.placeOrder does not declare ${named};`) });
  });

  test('audit works without details', async () => {
    const { outcome, recorded } = await unseen(async ({ audit }) => audit?.('order.placed'));
    await outcome;
    expect(recorded.audited.map(({ details }) => details)).toEqual([{}]);
  });

  test.each([
    { scope: 'user', audience: [], says: 'whose scope "user" asks for one user, and none was given.' },
    { scope: 'role', audience: [], says: 'whose scope "role" asks for one role, and none was given.' },
    { scope: 'public', audience: ['user-1'], says: 'whose scope "public" takes no audience, and one was given.' },
  ])('broadcast refuses a channel $says', async ({ scope, audience, says }) => {
    const { outcome, recorded } = await unseen(async ({ broadcast }) => broadcast?.({ ...orderFeedV1, scope }, { orderId: '1' }, ...audience));
    await expect(outcome).rejects.toMatchObject({ code: 'effect/audience', message: `orders.placeOrder broadcasts on orders.order-feed.v1, ${says}` });
    expect(recorded.broadcast).toEqual([]);
  });
});

describe('refused at bind', () => {
  test.each(['events', 'jobs', 'realtime', 'audit'] as const)('a context without the port "%s" that the manifest needs', (port) => {
    const context: BindContext<typeof ordersManifest> = JSON.parse('{}');
    const given = Object.assign(context, memoryComposition().context, { [port]: undefined });
    expect(() => bind(given)).toThrow(
      expect.objectContaining({ code: 'bind/missing-port', message: `orders.placeOrder needs the port "${port}", and the context has none.` }),
    );
  });

  test.each(['telemetry', 'clock'] as const)('a context without the port "%s" that every feature needs', (port) => {
    const given = Object.assign({}, memoryComposition().context, { [port]: undefined });
    expect(() => Reflect.apply(bind, undefined, [given])).toThrow(
      expect.objectContaining({ code: 'bind/missing-port', message: `orders needs the port "${port}", and the context has none.` }),
    );
  });

  test.each([
    { binds: { placeOrder: placing }, says: 'orders.rejectOrder is declared, and not bound.' },
    { binds: { placeOrder: placing, rejectOrder: placing, shipOrder: placing }, says: 'orders.shipOrder is bound, and not declared.' },
  ])('$says', ({ binds, says }) => {
    expect(() => Reflect.apply(bindFeature, undefined, [ordersManifest, memoryComposition().context, binds])).toThrow(
      expect.objectContaining({ code: 'conformance/broken', message: `orders is not what its manifest declares:\n- ${says}` }),
    );
  });
});

test('a feature that only consumes is asked for its port at bind already', () => {
  const manifest = { name: 'mail', useCases: { greet: { status: 'live', mutates: false, consumes: ['orders.order-placed.v1'] } } } as const;
  const greet: UseCase<'mail.greet', z.ZodVoid, z.ZodVoid> = async () => undefined;
  const { telemetry, clock, events } = memoryComposition().context;
  const bindMail = (context: BindContext<typeof manifest>) => bindFeature(manifest, context, { greet: { input: z.void(), output: z.void(), create: () => greet } });
  expect(bindMail({ telemetry, clock, events }).greet.useCase).toBe('mail.greet');
  expect(() => Reflect.apply(bindMail, undefined, [{ telemetry, clock }])).toThrow(expect.objectContaining({ code: 'bind/missing-port' }));
});
