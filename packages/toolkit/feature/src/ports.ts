import type { ChannelScope } from './contracts.ts';

/** Ends what a `subscribe`, a `work`, a `receive` or a `start` began; resolves when nothing is under way any more. */
export type Stop = () => Promise<void>;

/** A message as an engine hands it over. Delivery is at least once: the same `id` may come again. */
export interface Message {
  /** One event, job or channel message keeps its id over every retry and every handler. */
  readonly id: string;
  /** What the contract's schema takes in, as it came over the wire. */
  readonly payload: unknown;
}

/** One to many, one queue per handler. A handler that rejects is tried again. */
export interface EventsPort {
  publish(event: { readonly name: string; readonly payload: unknown }): Promise<void>;
  subscribe(subscription: {
    readonly event: string;
    /** The queue's own name: `<feature>.<useCase>`. */
    readonly handler: string;
    readonly handle: (message: Message) => Promise<void>;
  }): Promise<Stop>;
}

/** One to one, kept until it is done. A worker that rejects is tried again. */
export interface JobsPort {
  enqueue(job: { readonly name: string; readonly payload: unknown }): Promise<void>;
  work(worker: {
    readonly job: string;
    /** `<feature>.<useCase>`. */
    readonly worker: string;
    readonly handle: (message: Message) => Promise<void>;
  }): Promise<Stop>;
}

/** A message of a connected client. */
export interface ChannelMessage extends Message {
  /** The user who sent it; null where the channel is public and nobody signed in. */
  readonly sender: string | null;
}

/** To and from connected clients; nothing is kept. */
export interface RealtimePort {
  broadcast(message: {
    readonly channel: string;
    readonly scope: ChannelScope;
    /** The role or the user that is addressed; null for the scopes that address everybody. */
    readonly audience: string | null;
    readonly payload: unknown;
  }): Promise<void>;
  receive(receiver: {
    readonly channel: string;
    readonly scope: ChannelScope;
    /** `<feature>.<useCase>`. */
    readonly receiver: string;
    readonly handle: (message: ChannelMessage) => Promise<void>;
  }): Promise<Stop>;
}

/** A line of the append-only log. */
export interface AuditEntry {
  readonly action: string;
  /** `<feature>.<useCase>`. */
  readonly useCase: string;
  readonly at: Date;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditPort {
  append(entry: AuditEntry): Promise<void>;
}

export interface TelemetryPort {
  /** Runs `run` inside a span and gives back what it gives; a rejection ends the span as failed and passes through. */
  span<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Keeps an error for those who look after the system. Must not throw. */
  capture(error: unknown, where: { readonly useCase: string }): void;
}

export interface Clock {
  now(): Date;
}

/** Every port: what a composition root hands to the features. */
export interface CompositionContext {
  readonly telemetry: TelemetryPort;
  readonly clock: Clock;
  readonly events: EventsPort;
  readonly jobs: JobsPort;
  readonly realtime: RealtimePort;
  readonly audit: AuditPort;
}
