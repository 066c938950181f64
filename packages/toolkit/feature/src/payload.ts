declare const misfit: unique symbol;

/**
 * What the compiler shows where a payload does not fit: the contract's name, and what its schema takes in.
 * No value has this type. It is no object at heart, so that the compiler names it instead of the first property that differs.
 */
export type PayloadOf<Name extends string, Input> = void & { readonly [misfit]: [Name, Input] };

/** The payload type that was given, where the contract's schema takes it in and it says no more than that; else `PayloadOf`. */
export type Fitting<Name extends string, Input, P> = P extends Input
  ? Exact<Name, Input, P>
  : P extends Unlocked<Input>
    ? Exact<Name, Input, P>
    : PayloadOf<Name, Input>;

type Exact<Name extends string, Input, P> = true extends Some<ExcessKey<P, Input>> ? PayloadOf<Name, Input> : P;

/** `true` for anything but `never`. A pair of tuples would tell as well, and cost the compiler ten times as much. */
export type Some<T> = T extends unknown ? true : never;

/** A literal payload is inferred as deeply readonly, and is as good as a mutable one: nobody writes to a payload. */
type Unlocked<Input> = Input extends object ? { readonly [K in keyof Input]: Unlocked<Input[K]> } : Input;

/** Any key, however deep, that the schema does not know. Where all that the schema takes in is a `P` too, it looks no deeper. */
type ExcessKey<P, Input> = unknown extends Input
  ? never
  : false extends (Input extends P ? true : false)
    ? P extends readonly (infer Item)[]
      ? ExcessKey<Item, ItemOf<Input>>
      : P extends object
        ? { [K in keyof P]-?: K extends KeyOf<Input> ? ExcessKey<P[K], ValueOf<Input, K>> : K }[keyof P]
        : never
    : Exclude<keyof P, KeyOf<Input>>;

type KeyOf<Input> = Input extends unknown ? keyof Input : never;
type ItemOf<Input> = Input extends readonly (infer Item)[] ? Item : never;
type ValueOf<Input, K extends PropertyKey> = Input extends { readonly [Key in K]?: infer Value } ? Value : never;
