import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../ports.ts';
import { orderFeedV1 } from '../type-tests/orders.ts';
import { memoryComposition } from './memory-composition.ts';

const nothing = async () => undefined;

/** A handler that notes what it is given, and rejects a message as often as `faults` says for its payload. */
const noting = (seen: unknown[], faults: Readonly<Record<string, number>> = {}) => {
  const left = new Map(Object.entries(faults));
  return async ({ payload }: Message) => {
    seen.push(payload);
    const more = left.get(String(payload)) ?? 0;
    left.set(String(payload), more - 1);
    if (more > 0) throw new Error(`not ${payload} now`);
  };
};

describe('events', () => {
  test('go to every handler, one queue each, when they are delivered', async () => {
    const { context, recorded, deliver } = memoryComposition();
    const [one, other]: [unknown[], unknown[]] = [[], []];
    await context.events.subscribe({ event: 'a.happened.v1', handler: 'a.one', handle: noting(one) });
    await context.events.subscribe({ event: 'a.happened.v1', handler: 'a.other', handle: noting(other) });
    await context.events.publish({ name: 'a.happened.v1', payload: 1 });
    await context.events.publish({ name: 'a.unheard.v1', payload: 2 });

    expect([one, other]).toEqual([[], []]);
    await expect(deliver()).resolves.toBe(2);
    expect([one, other]).toEqual([[1], [1]]);
    await expect(deliver()).resolves.toBe(0);
    expect(recorded.published).toEqual([
      { id: 'event-1', name: 'a.happened.v1', payload: 1 },
      { id: 'event-2', name: 'a.unheard.v1', payload: 2 },
    ]);
  });

  test('that a handler publishes are delivered as well', async () => {
    const { context, deliver } = memoryComposition();
    const seen: unknown[] = [];
    await context.events.subscribe({ event: 'a.first.v1', handler: 'a.one', handle: ({ payload }) => context.events.publish({ name: 'a.second.v1', payload }) });
    await context.events.subscribe({ event: 'a.second.v1', handler: 'a.other', handle: noting(seen) });
    await context.events.publish({ name: 'a.first.v1', payload: 'on' });
    await expect(deliver()).resolves.toBe(2);
    expect(seen).toEqual(['on']);
  });

  test('that cause each other without end are stopped', async () => {
    const { context, deliver } = memoryComposition();
    const again = () => context.events.publish({ name: 'a.again.v1', payload: 1 });
    await context.events.subscribe({ event: 'a.again.v1', handler: 'a.one', handle: again });
    await again();
    await expect(deliver()).rejects.toMatchObject({ code: 'testing/restless' });
  });

  test('wait for a handler that stopped, and are there when it starts again', async () => {
    const { context, deliver } = memoryComposition();
    const seen: unknown[] = [];
    const subscribe = () => context.events.subscribe({ event: 'a.happened.v1', handler: 'a.one', handle: noting(seen) });
    const stop = await subscribe();
    await stop();
    await context.events.publish({ name: 'a.happened.v1', payload: 1 });
    await expect(deliver()).resolves.toBe(0);
    await subscribe();
    await expect(deliver()).resolves.toBe(1);
    expect(seen).toEqual([1]);
  });
});

describe('a message that is rejected', () => {
  test('waits again at the end, until it is taken', async () => {
    const { context, recorded, deliver } = memoryComposition();
    const seen: unknown[] = [];
    await context.jobs.work({ job: 'a.work.v1', worker: 'a.one', handle: noting(seen, { x: 2 }) });
    for (const payload of ['x', 'y']) await context.jobs.enqueue({ name: 'a.work.v1', payload });
    await expect(deliver()).resolves.toBe(4);
    expect(seen).toEqual(['x', 'y', 'x', 'x']);
    expect(recorded.failures).toEqual([]);
  });

  test('as often as is declared is a failure, and the others go on', async () => {
    const { context, recorded, deliver } = memoryComposition({ attempts: 2 });
    const seen: unknown[] = [];
    await context.jobs.work({ job: 'a.work.v1', worker: 'a.one', handle: noting(seen, { x: 9 }) });
    for (const payload of ['x', 'y']) await context.jobs.enqueue({ name: 'a.work.v1', payload });
    await deliver();
    expect(seen).toEqual(['x', 'y', 'x']);
    expect(recorded.failures).toEqual([
      { kind: 'works', contract: 'a.work.v1', useCase: 'a.one', id: 'job-1', attempts: 2, error: new Error('not x now') },
    ]);
  });

  test('by a receiver is a failure at once, for nothing keeps what a client sends', async () => {
    const { context, recorded, deliver, send } = memoryComposition();
    await context.realtime.receive({ channel: orderFeedV1.name, scope: 'user', receiver: 'a.one', handle: noting([], { '[object Object]': 9 }) });
    send(orderFeedV1, { orderId: '1' });
    await expect(deliver()).resolves.toBe(1);
    expect(recorded.failures).toMatchObject([{ kind: 'receives', id: 'message-1', attempts: 1 }]);
  });
});

test('jobs wait for the first worker', async () => {
  const { context, deliver } = memoryComposition();
  const seen: unknown[] = [];
  await context.jobs.enqueue({ name: 'a.work.v1', payload: 1 });
  await expect(deliver()).resolves.toBe(0);
  await context.jobs.work({ job: 'a.work.v1', worker: 'a.one', handle: noting(seen) });
  await expect(deliver()).resolves.toBe(1);
  expect(seen).toEqual([1]);
});

test('a message of a client comes with who sent it, and to nobody where nobody receives', async () => {
  const { context, deliver, send } = memoryComposition();
  const seen: unknown[] = [];
  send(orderFeedV1, { orderId: 'lost' });
  await context.realtime.receive({ channel: orderFeedV1.name, scope: 'user', receiver: 'a.one', handle: async (message) => void seen.push(message) });
  send(orderFeedV1, { orderId: '1' }, 'ann');
  send(orderFeedV1, { orderId: '2' });
  await deliver();
  expect(seen).toEqual([
    { id: 'message-2', payload: { orderId: '1' }, sender: 'ann' },
    { id: 'message-3', payload: { orderId: '2' }, sender: null },
  ]);
});

test('what goes over the wire is JSON, and nobody shares it', async () => {
  const { context, recorded } = memoryComposition();
  const payload = { at: new Date(0), left: undefined, lines: [1] };
  await context.events.publish({ name: 'a.happened.v1', payload });
  await context.jobs.enqueue({ name: 'a.work.v1', payload: undefined });
  payload.lines.push(2);
  expect(recorded.published[0]?.payload).toEqual({ at: '1970-01-01T00:00:00.000Z', lines: [1] });
  expect(recorded.enqueued[0]?.payload).toBeUndefined();
  await expect(context.events.publish({ name: 'a.happened.v1', payload: 1n })).rejects.toThrow(TypeError);
});

test('redelivers a message to all who had it, under the same id', async () => {
  const { context, deliver, redeliver } = memoryComposition();
  const ids: string[] = [];
  for (const handler of ['a.one', 'a.other']) {
    await context.events.subscribe({ event: 'a.happened.v1', handler, handle: async ({ id }) => void ids.push(`${handler} ${id}`) });
  }
  await context.events.publish({ name: 'a.happened.v1', payload: 1 });
  await deliver();
  redeliver('event-1');
  await deliver();
  expect(ids).toEqual(['a.one event-1', 'a.other event-1', 'a.one event-1', 'a.other event-1']);
  expect(() => redeliver('event-2')).toThrow(expect.objectContaining({ code: 'testing/unknown-message' }));
});

test('refuses a second hearer of one queue: who starts twice would do everything twice', async () => {
  const { context } = memoryComposition();
  const subscribe = () => context.events.subscribe({ event: 'a.happened.v1', handler: 'a.one', handle: nothing });
  await subscribe();
  await expect(subscribe()).rejects.toMatchObject({
    code: 'testing/heard-twice',
    message: 'a.one consumes a.happened.v1, and a.one does so already.',
  });
  await context.jobs.work({ job: 'a.work.v1', worker: 'a.one', handle: nothing });
  await expect(context.jobs.work({ job: 'a.work.v1', worker: 'a.other', handle: nothing })).rejects.toMatchObject({ code: 'testing/heard-twice' });
});

test('the clock shows what it is told to show first', () => {
  const { context, clock } = memoryComposition({ now: new Date(7) });
  clock.advance(1);
  expect(context.clock.now()).toEqual(new Date(8));
});

describe('for any events and any faults', () => {
  const events = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  const faults = fc.dictionary(fc.stringMatching(/^\d$/), fc.nat(5));

  /** Publishes the events, numbered, to two handlers; the first one has the faults. */
  const run = async (names: readonly string[], faulty: Readonly<Record<string, number>>) => {
    const { context, recorded, deliver } = memoryComposition();
    const [one, other]: [unknown[], unknown[]] = [[], []];
    for (const name of ['a', 'b']) {
      await context.events.subscribe({ event: name, handler: 'one', handle: noting(one, faulty) });
      await context.events.subscribe({ event: name, handler: 'other', handle: noting(other) });
    }
    for (const [index, name] of names.entries()) await context.events.publish({ name, payload: index });
    await deliver();
    return { one, other, failed: recorded.failures.map(({ id }) => id), heard: names.flatMap((name, index) => (name === 'c' ? [] : [index])) };
  };

  test('a handler without faults hears everything once, in the order in which it was published', async () => {
    await fc.assert(
      fc.asyncProperty(events, faults, async (names, faulty) => {
        const { other, heard } = await run(names, faulty);
        expect(other).toEqual(heard);
      }),
    );
  });

  test('a faulty one hears each message once more than it rejects it, three times at most, and the rest are failures', async () => {
    await fc.assert(
      fc.asyncProperty(events, faults, async (names, faulty) => {
        const { one, failed, heard } = await run(names, faulty);
        const times = (index: number) => one.filter((payload) => payload === index).length;
        expect(heard.map(times)).toEqual(heard.map((index) => Math.min(3, (faulty[index] ?? 0) + 1)));
        expect(failed.toSorted()).toEqual(heard.filter((index) => (faulty[index] ?? 0) >= 3).map((index) => `event-${index + 1}`).toSorted());
        expect([...new Set(one)]).toEqual(heard);
      }),
    );
  });

  test('the same run gives the same order', async () => {
    await fc.assert(
      fc.asyncProperty(events, faults, async (names, faulty) => {
        expect(await run(names, faulty)).toEqual(await run(names, faulty));
      }),
    );
  });
});
