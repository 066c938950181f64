import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertContractName } from './naming.ts';

/** Only `defineEvent`, `defineJob` and `defineChannel` can write this key, so an object that merely looks like a contract is none. */
const genuine: unique symbol = Symbol('formwork.contract');

/** Who may hear a channel; `role` and `user` are addressed by an audience. */
export type ChannelScope = 'public' | 'authenticated' | 'role' | 'user';

declare const accepts: unique symbol;

/** What a schema takes in, no more and no less, so that no contract passes for one with another payload. */
type Exactly<Input> = ((input: Input) => Input) | undefined;

/** A contract of any kind, where its payload does not matter. */
export interface Contract<Kind extends 'event' | 'job' | 'channel' = 'event' | 'job' | 'channel', Name extends string = string> {
  readonly kind: Kind;
  readonly name: Name;
  readonly schema: StandardSchemaV1;
  /** The name once more, so that a copy under another name is none either. */
  readonly [genuine]: Name;
}

/** Something that happened in a feature, told to any number of others. Made by `defineEvent`. */
export interface EventContract<Name extends string, Input, Schema extends StandardSchemaV1 = StandardSchemaV1>
  extends Contract<'event', Name> {
  readonly schema: Schema;
  readonly [accepts]?: Exactly<Input>;
}

/** Work that a feature leaves for itself. Made by `defineJob`. */
export interface JobContract<Name extends string, Input, Schema extends StandardSchemaV1 = StandardSchemaV1>
  extends Contract<'job', Name> {
  readonly schema: Schema;
  readonly [accepts]?: Exactly<Input>;
}

/** Messages between a feature and connected clients, in either direction. Made by `defineChannel`. */
export interface ChannelContract<Name extends string, Scope extends ChannelScope, Input, Schema extends StandardSchemaV1 = StandardSchemaV1>
  extends Contract<'channel', Name> {
  readonly scope: Scope;
  readonly schema: Schema;
  readonly [accepts]?: Exactly<Input>;
}

/**
 * The contract of an event.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineEvent = <const Name extends string, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly schema: Schema;
}): EventContract<Name, StandardSchemaV1.InferInput<Schema>, Schema> =>
  Object.freeze({ kind: 'event', ...named(definition.name), schema: definition.schema });

/**
 * The contract of a job.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineJob = <const Name extends string, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly schema: Schema;
}): JobContract<Name, StandardSchemaV1.InferInput<Schema>, Schema> =>
  Object.freeze({ kind: 'job', ...named(definition.name), schema: definition.schema });

/**
 * The contract of a realtime channel.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `scope` says who may hear it; `schema` is any Standard Schema of a message.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineChannel = <const Name extends string, const Scope extends ChannelScope, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly scope: Scope;
  readonly schema: Schema;
}): ChannelContract<Name, Scope, StandardSchemaV1.InferInput<Schema>, Schema> =>
  Object.freeze({ kind: 'channel', ...named(definition.name), scope: definition.scope, schema: definition.schema });

const named = <Name extends string>(name: Name) => ({ name: assertContractName(name), [genuine]: name });
