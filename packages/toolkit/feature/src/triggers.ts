import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ChannelContract, Contract, EventContract, JobContract } from './contracts.ts';
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
export interface EventHandler<Name extends string = string, UseCaseName extends string = string> extends Leads<EventContract<Name>, UseCaseName, Message> {
  readonly kind: 'consumes';
}

/** Made by `jobWorker`. */
export interface JobWorker<Name extends string = string, UseCaseName extends string = string> extends Leads<JobContract<Name>, UseCaseName, Message> {
  readonly kind: 'works';
}

/** Made by `channelReceiver`. */
export interface ChannelReceiver<Name extends string = string, UseCaseName extends string = string>
  extends Leads<ChannelContract<Name>, UseCaseName, ChannelMessage> {
  readonly kind: 'receives';
}

/** Whatever leads to a use case, beside a call. */
export type Trigger = EventHandler | JobWorker | ChannelReceiver;

type Payload<C extends Contract> = StandardSchemaV1.InferOutput<C['schema']>;

/**
 * Leads an event to a use case.
 * @param event the contract that is consumed.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.id` tells one event from another, for idempotency.
 */
export const eventHandler = <C extends EventContract, U extends AnyUseCase>(
  event: C,
  useCase: Bound<U>,
  toInput: (payload: Payload<C>, message: Message) => InputOf<U>,
): EventHandler<C['name'], NameOf<U>> => ({ kind: 'consumes', contract: event, useCase: useCase.useCase, accept: leading(event, useCase, toInput) });

/**
 * Leads a job to the use case that does it.
 * @param job the contract that is worked.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.id` tells one job from another, for idempotency.
 */
export const jobWorker = <C extends JobContract, U extends AnyUseCase>(
  job: C,
  useCase: Bound<U>,
  toInput: (payload: Payload<C>, message: Message) => InputOf<U>,
): JobWorker<C['name'], NameOf<U>> => ({ kind: 'works', contract: job, useCase: useCase.useCase, accept: leading(job, useCase, toInput) });

/**
 * Leads the messages that clients send on a channel to a use case.
 * @param channel the contract that is received.
 * @param useCase bound; the only form in which a use case is accepted.
 * @param toInput makes the use case's input of the validated payload; `message.sender` is who sent it.
 */
export const channelReceiver = <C extends ChannelContract, U extends AnyUseCase>(
  channel: C,
  useCase: Bound<U>,
  toInput: (payload: Payload<C>, message: ChannelMessage) => InputOf<U>,
): ChannelReceiver<C['name'], NameOf<U>> => ({ kind: 'receives', contract: channel, useCase: useCase.useCase, accept: leading(channel, useCase, toInput) });

const leading =
  <C extends Contract, U extends AnyUseCase, M extends Message>(contract: C, useCase: Bound<U>, toInput: (payload: Payload<C>, message: M) => InputOf<U>) =>
  async (message: M): Promise<void> => {
    const payload = await validate<C['schema']>(contract.schema, message.payload, {
      code: 'payload/invalid',
      what: `${useCase.useCase} heard ${contract.name} with a payload that its schema refuses`,
    });
    await useCase(toInput(payload, message));
  };
