import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ChannelScope, Contract } from './contracts.ts';
import type { ChannelMessage, Message } from './ports.ts';
import type { AnyUseCase, Bound, InputOf, NameOf } from './use-case.ts';
import { validate } from './validate.ts';

/** What leads from a contract to a use case. `accept` takes one message there; it throws `payload/invalid`, and what the use case throws. */
interface Leads<C extends Contract, UseCaseName extends string, M extends Message> {
  readonly contract: C;
  /** `<feature>.<useCase>`. */
  readonly useCase: UseCaseName;
  readonly accept: (message: M) => Promise<void>;
}

/** Made by `eventHandler`. */
export interface EventHandler<Name extends string = string, UseCaseName extends string = string> extends Leads<Contract<'event', Name>, UseCaseName, Message> {
  readonly kind: 'consumes';
}

/** Made by `jobWorker`. */
export interface JobWorker<Name extends string = string, UseCaseName extends string = string> extends Leads<Contract<'job', Name>, UseCaseName, Message> {
  readonly kind: 'works';
}

/** Made by `channelReceiver`. */
export interface ChannelReceiver<Name extends string = string, UseCaseName extends string = string>
  extends Leads<Contract<'channel', Name>, UseCaseName, ChannelMessage> {
  readonly kind: 'receives';
  readonly scope: ChannelScope;
}

/** Whatever leads to a use case, beside a call. */
export type Trigger = EventHandler | JobWorker | ChannelReceiver;

/**
 * Leads an event to a use case.
 * @param event the contract that is consumed.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.id` tells one event from another, for idempotency.
 */
export const eventHandler = <Name extends string, Payload, U extends AnyUseCase>(
  event: Carrier<'event', Name, Payload>,
  useCase: Bound<U>,
  toInput: (payload: Payload, message: Message) => InputOf<U>,
): EventHandler<Name, NameOf<U>> => ({ kind: 'consumes', contract: event, useCase: useCase.useCase, accept: leading(event, useCase, toInput) });

/**
 * Leads a job to the use case that does it.
 * @param job the contract that is worked.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.id` tells one job from another, for idempotency.
 */
export const jobWorker = <Name extends string, Payload, U extends AnyUseCase>(
  job: Carrier<'job', Name, Payload>,
  useCase: Bound<U>,
  toInput: (payload: Payload, message: Message) => InputOf<U>,
): JobWorker<Name, NameOf<U>> => ({ kind: 'works', contract: job, useCase: useCase.useCase, accept: leading(job, useCase, toInput) });

/**
 * Leads the messages that clients send on a channel to a use case.
 * @param channel the contract that is received.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.sender` is who sent it.
 */
export const channelReceiver = <Name extends string, Payload, U extends AnyUseCase>(
  channel: Carrier<'channel', Name, Payload> & { readonly scope: ChannelScope },
  useCase: Bound<U>,
  toInput: (payload: Payload, message: ChannelMessage) => InputOf<U>,
): ChannelReceiver<Name, NameOf<U>> => ({
  kind: 'receives',
  contract: channel,
  scope: channel.scope,
  useCase: useCase.useCase,
  accept: leading(channel, useCase, toInput),
});

/** A contract from the side of whoever hears it: what its schema makes of a payload. */
interface Carrier<Kind extends Contract['kind'], Name extends string, Payload> extends Contract<Kind, Name> {
  readonly schema: StandardSchemaV1<unknown, Payload>;
}

const leading =
  <Payload, U extends AnyUseCase, M extends Message>(
    contract: Carrier<Contract['kind'], string, Payload>,
    useCase: Bound<U>,
    toInput: (payload: Payload, message: M) => InputOf<U>,
  ) =>
  async (message: M): Promise<void> => {
    const payload = await validate(contract.schema, message.payload, {
      code: 'payload/invalid',
      what: `${useCase.useCase} heard ${contract.name} with a payload that its schema refuses`,
    });
    await useCase(toInput(payload, message));
  };
