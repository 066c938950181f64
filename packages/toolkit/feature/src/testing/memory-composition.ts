import type { ChannelContract, ChannelScope } from '../contracts.ts';
import type { CompositionContext, TelemetryPort } from '../ports.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { memoryQueues } from './memory-queues.ts';
import type { Recorded } from './recorded.ts';

/** All ports in memory, and what a test sees and moves of them. */
export interface MemoryComposition {
  readonly context: CompositionContext;
  readonly recorded: Recorded;
  /** Stands still until it is set or advanced. */
  readonly clock: ManualClock;
  /**
   * Delivers events, jobs and client messages until all queues are quiet; handlers run one at a time, the longest waiting message first.
   * @returns how many deliveries that took.
   * @throws FeatureError `testing/restless` where it never ends.
   */
  readonly deliver: () => Promise<number>;
  /**
   * Puts a message into its queues again, as an engine may at any time; `deliver` hands it over. For tests of idempotency.
   * @param id as in `recorded.published` and `recorded.enqueued`.
   * @throws FeatureError `testing/unknown-message`.
   */
  readonly redeliver: (id: string) => void;
  /** Sends a message as a connected client would; `deliver` hands it over. `sender` is null for nobody in particular. */
  readonly send: <Input>(channel: ChannelContract<string, ChannelScope, Input>, payload: NoInfer<Input>, sender?: string | null) => void;
}

/**
 * A complete composition in memory that records everything. Nothing is delivered before `deliver`, and what goes over the wire is
 * JSON, as with a real engine.
 * @param options `attempts`: how often an event or a job is tried before it is a failure, 3 where it is not given; client messages
 * are tried once, as nothing keeps them. `now`: what the clock shows first.
 */
export const memoryComposition = ({ attempts = 3, now }: { readonly attempts?: number; readonly now?: Date } = {}): MemoryComposition => {
  const recorded: Recorded = { published: [], enqueued: [], broadcast: [], audited: [], spans: [], captured: [], failures: [] };
  const clock = manualClock(now);
  const queues = memoryQueues({ consumes: attempts, works: attempts, receives: 1 }, (failure) => recorded.failures.push(failure));
  const handlersOf = listByKey();
  const receiversOf = listByKey();
  let sent = 0;

  const context: CompositionContext = {
    telemetry: recordingTelemetry(recorded),
    clock,
    events: {
      publish: async ({ name, payload }) => {
        const message = { id: `event-${recorded.published.length + 1}`, payload: overTheWire(payload) };
        recorded.published.push({ ...message, name });
        queues.put(handlersOf(name), { ...message, sender: null });
      },
      subscribe: async ({ event, handler, handle }) => {
        const queue = `${event} to ${handler}`;
        handlersOf(event, queue);
        return queues.attach(queue, { kind: 'consumes', contract: event, useCase: handler, handle: ({ id, payload }) => handle({ id, payload }) });
      },
    },
    jobs: {
      enqueue: async ({ name, payload }) => {
        const message = { id: `job-${recorded.enqueued.length + 1}`, payload: overTheWire(payload) };
        recorded.enqueued.push({ ...message, name });
        queues.put([name], { ...message, sender: null });
      },
      work: async ({ job, worker, handle }) =>
        queues.attach(job, { kind: 'works', contract: job, useCase: worker, handle: ({ id, payload }) => handle({ id, payload }) }),
    },
    realtime: {
      broadcast: async ({ channel, scope, audience, payload }) => {
        recorded.broadcast.push({ channel, scope, audience, payload: overTheWire(payload) });
      },
      receive: async ({ channel, receiver, handle }) => {
        const queue = `${channel} to ${receiver}`;
        receiversOf(channel, queue);
        return queues.attach(queue, { kind: 'receives', contract: channel, useCase: receiver, handle });
      },
    },
    audit: {
      append: async (entry) => {
        recorded.audited.push(entry);
      },
    },
  };

  return {
    context,
    recorded,
    clock,
    deliver: queues.deliver,
    redeliver: queues.redeliver,
    send: ({ name }, payload, sender = null) => {
      sent += 1;
      queues.put(receiversOf(name), { id: `message-${sent}`, payload: overTheWire(payload), sender });
    },
  };
};

const recordingTelemetry = ({ spans, captured }: Recorded): TelemetryPort => ({
  span: async (name, run) => {
    try {
      const value = await run();
      spans.push({ name, status: 'ok' });
      return value;
    } catch (error) {
      spans.push({ name, status: 'error' });
      throw error;
    }
  },
  capture: (error, { useCase }) => {
    captured.push({ useCase, error });
  },
});

/** What a real engine makes of a payload: a Date arrives as text, and what is not JSON does not arrive. */
const overTheWire = (payload: unknown): unknown => (payload === undefined ? undefined : JSON.parse(JSON.stringify(payload)));

const listByKey = () => {
  const lists = new Map<string, readonly string[]>();
  return (key: string, added?: string): readonly string[] => {
    const list = lists.get(key) ?? [];
    if (added === undefined || list.includes(added)) return list;
    lists.set(key, [...list, added]);
    return [...list, added];
  };
};
