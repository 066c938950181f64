import type { StandardSchemaV1 } from '@standard-schema/spec';

declare const about: unique symbol;

/** Whether a use case went through `bindFeature`. Only this package can write it. */
export const bound: unique symbol = Symbol('formwork.bound');

/**
 * One thing the feature does: validated input in, a promise of what the output schema takes in. Its own name and schemas are part
 * of its type only, so that any function of the right shape can be annotated with it.
 */
export interface UseCase<Name extends string, In extends StandardSchemaV1, Out extends StandardSchemaV1> {
  (input: StandardSchemaV1.InferOutput<In>): Promise<StandardSchemaV1.InferInput<Out>>;
  readonly [about]?: readonly [Name, In, Out] | undefined;
}

/** Any use case, where its name and its schemas do not matter. */
export interface AnyUseCase {
  (input: never): Promise<unknown>;
  readonly [about]?: readonly [string, StandardSchemaV1, StandardSchemaV1] | undefined;
}

/** The schemas of a use case type. */
export type SchemasOf<U extends AnyUseCase> = { readonly input: NonNullable<U[typeof about]>[1]; readonly output: NonNullable<U[typeof about]>[2] };

/** What a caller passes to a bound use case: what its input schema takes in. */
export type InputOf<U extends AnyUseCase> = StandardSchemaV1.InferInput<NonNullable<U[typeof about]>[1]>;

/** What a caller gets from a bound use case: what its output schema makes of the result. */
export type OutputOf<U extends AnyUseCase> = StandardSchemaV1.InferOutput<NonNullable<U[typeof about]>[2]>;

/** `<feature>.<useCase>` of a use case type. */
export type NameOf<U extends AnyUseCase> = NonNullable<U[typeof about]>[0];

/** A use case that `bindFeature` wrapped: the only form that controllers and triggers accept. */
export interface Bound<U extends AnyUseCase> {
  /** Runs the use case on a typed input. It is validated all the same. */
  (input: InputOf<U>): Promise<OutputOf<U>>;
  /**
   * Runs the use case on whatever came in.
   * @throws FeatureError `input/invalid` with `issues` where the input schema refuses it.
   */
  readonly fromUnknown: (input: unknown) => Promise<OutputOf<U>>;
  /** `<feature>.<useCase>`. */
  readonly useCase: NameOf<U>;
  readonly [bound]: true;
}
