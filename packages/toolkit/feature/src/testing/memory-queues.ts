import { FeatureError } from '../errors.ts';
import type { TriggerKind } from '../kinds.ts';
import type { ChannelMessage, Stop } from '../ports.ts';
import type { Failure } from './recorded.ts';

/** Who hears a contract. */
export interface Hearer {
  readonly kind: TriggerKind;
  readonly contract: string;
  /** `<feature>.<useCase>`. */
  readonly useCase: string;
  readonly handle: (message: ChannelMessage) => Promise<void>;
}

interface Delivery {
  readonly message: ChannelMessage;
  readonly attempt: number;
  /** Later deliveries have higher numbers, over all queues. */
  readonly turn: number;
}

interface Queue {
  hearer: Hearer | null;
  readonly waiting: Delivery[];
}

/** More deliveries in a row than a composition makes that ever comes to rest. */
const restless = 10_000;

/**
 * Named queues that are delivered by hand, one message at a time, so that a test sees the same order every time.
 * @param attempts how often a rejected message is tried in all, by kind of trigger.
 * @param failed is told of each message that was rejected that often.
 */
export const memoryQueues = (attempts: Readonly<Record<TriggerKind, number>>, failed: (failure: Failure) => void) => {
  const queues = new Map<string, Queue>();
  const routes = new Map<string, { readonly message: ChannelMessage; readonly names: readonly string[] }>();
  let turns = 0;

  const queueOf = (name: string): Queue => {
    const queue = queues.get(name) ?? { hearer: null, waiting: [] };
    queues.set(name, queue);
    return queue;
  };

  const wait = (queue: Queue, message: ChannelMessage, attempt: number) => {
    turns += 1;
    queue.waiting.push({ message, attempt, turn: turns });
  };

  /** Puts a message at the end of each of the named queues. */
  const put = (names: readonly string[], message: ChannelMessage): void => {
    routes.set(message.id, { message, names });
    for (const name of names) wait(queueOf(name), message, 1);
  };

  /** Puts a message that was delivered before into the same queues again, as an engine may do at any time. */
  const redeliver = (id: string): void => {
    const route = routes.get(id);
    if (route === undefined) throw new FeatureError('testing/unknown-message', `No message has the id "${id}".`);
    put(route.names, route.message);
  };

  /** Gives a queue its hearer. What waits in it stays when the hearer stops, and is there for the next. */
  const attach = (name: string, hearer: Hearer): Stop => {
    const queue = queueOf(name);
    if (queue.hearer !== null) {
      throw new FeatureError('testing/heard-twice', `${hearer.useCase} ${hearer.kind} ${hearer.contract}, and ${queue.hearer.useCase} does so already.`);
    }
    queue.hearer = hearer;
    return async () => {
      queue.hearer = null;
    };
  };

  const next = () => {
    const ready = [...queues.values()].flatMap((queue) => {
      const [delivery] = queue.waiting;
      return queue.hearer === null || delivery === undefined ? [] : [{ queue, hearer: queue.hearer, delivery }];
    });
    return ready.toSorted((one, other) => one.delivery.turn - other.delivery.turn)[0];
  };

  const hand = async (queue: Queue, hearer: Hearer, { message, attempt }: Delivery) => {
    queue.waiting.shift();
    try {
      await hearer.handle(message);
    } catch (error) {
      const { kind, contract, useCase } = hearer;
      if (attempt < attempts[kind]) wait(queue, message, attempt + 1);
      else failed({ kind, contract, useCase, id: message.id, attempts: attempt, error });
    }
  };

  /**
   * Delivers until nothing waits for anybody who hears: the longest waiting first; what was rejected waits again at the end.
   * @returns how many deliveries that took.
   * @throws FeatureError `testing/restless` where it never ends.
   */
  const deliver = async (): Promise<number> => {
    let count = 0;
    for (let ready = next(); ready !== undefined; ready = next()) {
      if (count === restless) {
        throw new FeatureError('testing/restless', `${ready.hearer.contract} still waits after ${count} deliveries: do events cause each other?`);
      }
      count += 1;
      await hand(ready.queue, ready.hearer, ready.delivery);
    }
    return count;
  };

  return { put, redeliver, attach, deliver };
};
