import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertContractName } from './naming.ts';

/** Only `defineEvent`, `defineJob` and `defineChannel` can write this key, so an object that merely looks like a contract is none. */
const genuine: unique symbol = Symbol('formwork.contract');

/** Who may hear a channel; `role` and `user` are addressed by an audience. */
export type ChannelScope = 'public' | 'authenticated' | 'role' | 'user';

declare const accepts: unique symbol;

/** A contract of any kind, where its payload does not matter. */
export interface Contract<Kind extends 'event' | 'job' | 'channel' = 'event' | 'job' | 'channel', Name extends string = string> {
  readonly kind: Kind;
  readonly name: Name;
  readonly schema: StandardSchemaV1;
  readonly [genuine]: boolean;
}

/** A contract whose schema takes in exactly `Input`, no more and no less, so that none passes for one with another payload. */
interface Carries<Input, Output> {
  readonly schema: StandardSchemaV1<Input, Output>;
  readonly [accepts]?: ((input: Input) => Input) | undefined;
}

/** Something that happened in a feature, told to any number of others. Made by `defineEvent`. */
export interface EventContract<Name extends string, Input, Output = unknown> extends Contract<'event', Name>, Carries<Input, Output> {
  readonly schema: StandardSchemaV1<Input, Output>;
}

/** Work that a feature leaves for itself. Made by `defineJob`. */
export interface JobContract<Name extends string, Input, Output = unknown> extends Contract<'job', Name>, Carries<Input, Output> {
  readonly schema: StandardSchemaV1<Input, Output>;
}

/** Messages between a feature and connected clients, in either direction. Made by `defineChannel`. */
export interface ChannelContract<Name extends string, Scope extends ChannelScope, Input, Output = unknown>
  extends Contract<'channel', Name>, Carries<Input, Output> {
  readonly scope: Scope;
  readonly schema: StandardSchemaV1<Input, Output>;
}

/**
 * The contract of an event.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineEvent = <const Name extends string, Input, Output>(definition: {
  readonly name: Name;
  readonly schema: StandardSchemaV1<Input, Output>;
}): EventContract<Name, Input, Output> =>
  Object.freeze({ kind: 'event', name: assertContractName(definition.name), schema: definition.schema, [genuine]: true });

/**
 * The contract of a job.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineJob = <const Name extends string, Input, Output>(definition: {
  readonly name: Name;
  readonly schema: StandardSchemaV1<Input, Output>;
}): JobContract<Name, Input, Output> =>
  Object.freeze({ kind: 'job', name: assertContractName(definition.name), schema: definition.schema, [genuine]: true });

/**
 * The contract of a realtime channel.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `scope` says who may hear it; `schema` is any Standard Schema of a message.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineChannel = <const Name extends string, const Scope extends ChannelScope, Input, Output>(definition: {
  readonly name: Name;
  readonly scope: Scope;
  readonly schema: StandardSchemaV1<Input, Output>;
}): ChannelContract<Name, Scope, Input, Output> =>
  Object.freeze({
    kind: 'channel',
    name: assertContractName(definition.name),
    scope: definition.scope,
    schema: definition.schema,
    [genuine]: true,
  });
