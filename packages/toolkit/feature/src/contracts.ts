import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertContractName } from './naming.ts';

/** Only `defineEvent`, `defineJob` and `defineChannel` can write this key, so an object that merely looks like a contract is none. */
const genuine: unique symbol = Symbol('formwork.contract');

/** Who may hear a channel; `role` and `user` are addressed by an audience. */
export type ChannelScope = 'public' | 'authenticated' | 'role' | 'user';

/** Something that happened in a feature, told to any number of others. Made by `defineEvent`. */
export interface EventContract<Name extends string = string, Schema extends StandardSchemaV1 = StandardSchemaV1> {
  readonly kind: 'event';
  readonly name: Name;
  readonly schema: Schema;
  readonly [genuine]: unknown;
}

/** Work that a feature leaves for itself. Made by `defineJob`. */
export interface JobContract<Name extends string = string, Schema extends StandardSchemaV1 = StandardSchemaV1> {
  readonly kind: 'job';
  readonly name: Name;
  readonly schema: Schema;
  readonly [genuine]: unknown;
}

/** Messages between a feature and connected clients, in either direction. Made by `defineChannel`. */
export interface ChannelContract<
  Name extends string = string,
  Scope extends ChannelScope = ChannelScope,
  Schema extends StandardSchemaV1 = StandardSchemaV1,
> {
  readonly kind: 'channel';
  readonly name: Name;
  readonly scope: Scope;
  readonly schema: Schema;
  readonly [genuine]: unknown;
}

/**
 * The contract of an event.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineEvent = <const Name extends string, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly schema: Schema;
}): EventContract<Name, Schema> =>
  Object.freeze({ kind: 'event', name: assertContractName(definition.name), schema: definition.schema, [genuine]: true });

/**
 * The contract of a job.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `schema` is any Standard Schema of the payload.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineJob = <const Name extends string, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly schema: Schema;
}): JobContract<Name, Schema> =>
  Object.freeze({ kind: 'job', name: assertContractName(definition.name), schema: definition.schema, [genuine]: true });

/**
 * The contract of a realtime channel.
 * @param definition `name` is `<feature>.<kebab-case>.v<n>`; `scope` says who may hear it; `schema` is any Standard Schema of a message.
 * @throws FeatureError `contract/name` where the name breaks the naming law.
 */
export const defineChannel = <const Name extends string, const Scope extends ChannelScope, Schema extends StandardSchemaV1>(definition: {
  readonly name: Name;
  readonly scope: Scope;
  readonly schema: Schema;
}): ChannelContract<Name, Scope, Schema> =>
  Object.freeze({
    kind: 'channel',
    name: assertContractName(definition.name),
    scope: definition.scope,
    schema: definition.schema,
    [genuine]: true,
  });

/** A contract of any kind. */
export type Contract = EventContract | JobContract | ChannelContract;
