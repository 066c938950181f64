import type { StandardSchemaV1 } from '@standard-schema/spec';

declare const misfit: unique symbol;

/**
 * What the compiler shows where a payload does not fit: the contract's name, and what its schema takes in.
 * No value has this type. It is a primitive at heart, so that the compiler names it instead of the first property that differs.
 */
export type PayloadOf<Name extends string, Expected> = void & { readonly [misfit]: [Name, Expected] };

/** The payload type that was given, where the contract's schema takes it in and it says no more than that; else `PayloadOf`. */
export type Fitting<Name extends string, Schema extends StandardSchemaV1, P> = [P] extends [Unlocked<InputOfEach<Schema>>]
  ? [ExcessOfAny<Schema, P>] extends [never]
    ? P
    : PayloadOf<Name, InputOfEach<Schema>>
  : PayloadOf<Name, InputOfEach<Schema>>;

type ExcessOfAny<Schema extends StandardSchemaV1, P> = Schema extends unknown ? ExcessKey<P, StandardSchemaV1.InferInput<Schema>> : never;

/** Of a union of contracts the payload must fit every one. */
export type InputOfEach<Schema extends StandardSchemaV1> =
  (Schema extends unknown ? (each: StandardSchemaV1.InferInput<Schema>) => void : never) extends (each: infer Every) => void ? Every : never;

/** A literal payload is inferred as deeply readonly, and is as good as a mutable one: nobody writes to a payload. */
type Unlocked<Expected> = Expected extends object ? { readonly [K in keyof Expected]: Unlocked<Expected[K]> } : Expected;

type ExcessKey<P, Expected> =
  unknown extends Expected ? never
  : P extends readonly (infer Item)[] ? ExcessKey<Item, ItemOf<Expected>>
  : P extends object ? { [K in keyof P]-?: K extends KeyOf<Expected> ? ExcessKey<P[K], ValueOf<Expected, K>> : K }[keyof P]
  : never;

type KeyOf<Expected> = Expected extends unknown ? keyof Expected : never;
type ItemOf<Expected> = Expected extends readonly (infer Item)[] ? Item : never;
type ValueOf<Expected, K extends PropertyKey> = Expected extends { readonly [Key in K]?: infer Value } ? Value : never;
