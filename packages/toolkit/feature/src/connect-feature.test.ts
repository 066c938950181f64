import { describe, expect, test } from 'vitest';
import { composeFeatures, type CompositionContext, type Stop } from './index.ts';
import { memoryComposition } from './testing/index.ts';
import { bindOrders, bindShapes, canvasV1 } from './type-tests/compiles.ts';
import { sendReceiptV1 } from './type-tests/orders.ts';

const paymentFailed = (orderId: unknown) => ({ name: 'payments.payment-failed.v1', payload: { orderId } });

describe('a connected feature', () => {
  test('is called through its controllers', async () => {
    const { controllers } = bindOrders(memoryComposition().context);
    await expect(controllers.placeOrder({ sku: 'a', amount: 1 })).resolves.toBe('order-1'.length);
    await expect(controllers.placeOrder({})).rejects.toMatchObject({ code: 'input/invalid' });
  });

  test('hears nothing before it starts, its events while it runs, and nothing after it stopped', async () => {
    const { context, deliver } = memoryComposition();
    const rejected = new Set<string>();
    const feature = bindOrders(context, rejected);
    const publish = async (orderId: string) => {
      await context.events.publish(paymentFailed(orderId));
      await deliver();
    };

    await publish('before');
    const stop = await feature.start();
    await publish('while');
    await stop();
    await publish('after');

    expect([...rejected]).toEqual(['while']);
  });

  test('takes jobs and client messages to the use case that they lead to', async () => {
    const { context, recorded, deliver, send } = memoryComposition();
    const strokes: number[] = [];
    await bindShapes(context, strokes).start();

    await context.jobs.enqueue({ name: sendReceiptV1.name, payload: { orderId: 'four' } });
    send(canvasV1, { stroke: [1, 2] }, 'ann');
    send(canvasV1, { stroke: [1, 2] });
    await deliver();

    expect(strokes).toEqual(['four'.length + 'job-1'.length, 2 + 'ann'.length, 2]);
    expect(recorded.failures).toEqual([]);
  });

  test('refuses a message that the contract refuses, without calling the use case', async () => {
    const { context, recorded, deliver } = memoryComposition();
    const rejected = new Set<string>();
    await bindOrders(context, rejected).start();
    await context.events.publish(paymentFailed(7));
    await deliver();
    expect(rejected.size).toBe(0);
    expect(recorded.failures).toEqual([
      {
        kind: 'consumes',
        contract: 'payments.payment-failed.v1',
        useCase: 'orders.rejectOrder',
        id: 'event-1',
        attempts: 3,
        error: expect.objectContaining({
          code: 'payload/invalid',
          message: expect.stringContaining('orders.rejectOrder heard payments.payment-failed.v1 with a payload that its schema refuses: orderId:'),
        }),
      },
    ]);
  });
});

describe('a composition', () => {
  /** Ports that note who begins and ends to hear; the realtime port fails where it is told to. */
  const noting = (noted: string[], fails = false): CompositionContext => {
    const { context } = memoryComposition();
    const hear = async (what: string): Promise<Stop> => {
      noted.push(`+${what}`);
      return async () => void noted.push(`-${what}`);
    };
    return {
      ...context,
      events: { ...context.events, subscribe: ({ event }) => hear(event) },
      jobs: { ...context.jobs, work: ({ job }) => hear(job) },
      realtime: { ...context.realtime, receive: ({ channel }) => (fails ? Promise.reject(new Error('no socket')) : hear(channel)) },
    };
  };
  const compose = (context: CompositionContext) => composeFeatures({ orders: bindOrders(context), shapes: bindShapes(context) });

  test('starts its features one after the other, and stops them the last one first', async () => {
    const noted: string[] = [];
    const stop = await compose(noting(noted)).start();
    noted.push('running');
    await stop();
    expect(noted).toEqual([
      '+payments.payment-failed.v1',
      '+orders.send-receipt.v1',
      '+shapes.canvas.v1',
      'running',
      '-shapes.canvas.v1',
      '-orders.send-receipt.v1',
      '-payments.payment-failed.v1',
    ]);
  });

  test('that fails to start leaves nothing running', async () => {
    const noted: string[] = [];
    await expect(compose(noting(noted, true)).start()).rejects.toThrow('no socket');
    expect(noted).toEqual(['+payments.payment-failed.v1', '+orders.send-receipt.v1', '-orders.send-receipt.v1', '-payments.payment-failed.v1']);
  });

  test('gives its features by name, and may be empty', async () => {
    const { features } = compose(memoryComposition().context);
    expect([features.orders.manifest.name, features.shapes.manifest.name]).toEqual(['orders', 'shapes']);
    const stop = await composeFeatures({}).start();
    await expect(stop()).resolves.toBeUndefined();
  });
});
