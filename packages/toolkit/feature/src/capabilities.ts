import type { ChannelContract, ChannelScope, EventContract, JobContract } from './contracts.ts';
import type { Declared, FeatureManifest, UseCaseKey, UseCaseName } from './manifest.ts';
import type { Fitting, Some } from './payload.ts';

declare const owner: unique symbol;

/** The use case that capabilities belong to; the compiler shows it where a capability is missing. */
export interface CapabilitiesOf<Name extends string> {
  readonly [owner]?: Name;
}

/** May publish the events `Names`. */
export interface Publishes<Names extends string> {
  /**
   * Tells an event to whoever consumes it.
   * @throws FeatureError `payload/invalid` where the contract's schema refuses the payload.
   */
  readonly publish: <Name extends Names, Input, const P = Input>(
    event: EventContract<Name, Input>,
    payload: Fitting<Name, Input, P>,
  ) => Promise<void>;
}

/** May enqueue the jobs `Names`. */
export interface Enqueues<Names extends string> {
  /**
   * Leaves a job for the worker.
   * @throws FeatureError `payload/invalid` where the contract's schema refuses the payload.
   */
  readonly enqueue: <Name extends Names, Input, const P = Input>(
    job: JobContract<Name, Input>,
    payload: Fitting<Name, Input, P>,
  ) => Promise<void>;
}

/** May broadcast on the channels `Names`. */
export interface Broadcasts<Names extends string> {
  /**
   * Sends a message to the connected clients; to one role or one user, given last, where the channel's scope is `role` or `user`.
   * @throws FeatureError `payload/invalid` where the contract's schema refuses the payload; `effect/audience` where the scope asks for
   * an audience and none is given, or the other way round.
   */
  readonly broadcast: <Name extends Names, Scope extends ChannelScope, Input, const P = Input>(
    channel: ChannelContract<Name, Scope, Input>,
    payload: Fitting<Name, Input, P>,
    ...audience: Audience<Scope>
  ) => Promise<void>;
}

/** Whom a message is for: nobody in particular, or one role, or one user by id. */
export type Audience<Scope extends ChannelScope> = Scope extends 'role' ? [role: string] : Scope extends 'user' ? [user: string] : [];

/** May write the audit actions `Actions`. */
export interface Audits<Actions extends string> {
  /** Appends to the audit log, with the use case and the time. */
  readonly audit: (action: Actions, details?: Readonly<Record<string, unknown>>) => Promise<void>;
}

/**
 * What the factory of one use case receives: exactly the effects that its manifest entry declares.
 * An effect kind of which nothing is declared is absent.
 */
export type Capabilities<M extends FeatureManifest, K extends UseCaseKey<M>> = CapabilitiesOf<UseCaseName<M, K>> &
  (true extends Some<Declared<M, K, 'publishes'>> ? Publishes<Declared<M, K, 'publishes'>> : unknown) &
  (true extends Some<Declared<M, K, 'enqueues'>> ? Enqueues<Declared<M, K, 'enqueues'>> : unknown) &
  (true extends Some<Declared<M, K, 'broadcasts'>> ? Broadcasts<Declared<M, K, 'broadcasts'>> : unknown) &
  (true extends Some<Declared<M, K, 'audits'>> ? Audits<Declared<M, K, 'audits'>> : unknown);

