import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertUseCases } from './assert-conformance.ts';
import type { BindContext, GivenPorts } from './bind-context.ts';
import { bindUseCase } from './bound.ts';
import type { Capabilities } from './capabilities.ts';
import { effectsOf } from './effects.ts';
import type { FeatureManifest, UseCaseKey, UseCaseName } from './manifest.ts';
import type { Some } from './payload.ts';
import { assertPorts } from './port-of.ts';
import type { Bound, UseCase } from './use-case.ts';

declare const misfit: unique symbol;

/** What the compiler shows where a manifest declares a use case that is not bound. */
export interface UseCaseNotBound<Name extends string> {
  readonly [misfit]: Name;
}

/** What the compiler shows where a use case is bound that no manifest declares. */
export interface UseCaseNotDeclared<Name extends string> {
  readonly [misfit]: Name;
}

/** Makes the use case `Name` out of its capabilities. */
export interface Factory<Name extends string, Given, In extends StandardSchemaV1, Out extends StandardSchemaV1> {
  (capabilities: Given): UseCase<Name, In, Out>;
  readonly [misfit]?: Name;
}

type Schemas<Keys extends PropertyKey = string> = Readonly<Record<Keys, StandardSchemaV1>>;
type FullName<M extends FeatureManifest, K> = `${M['name']}.${K & string}`;

/** Names the declared use cases that `Keys` lacks, and the keys that no manifest declares; nothing where it is complete. */
export type Complete<M extends FeatureManifest, Keys> = (true extends Some<Exclude<UseCaseKey<M>, Keys>>
  ? UseCaseNotBound<FullName<M, Exclude<UseCaseKey<M>, Keys>>>
  : unknown) & {
  readonly [K in Exclude<Keys, UseCaseKey<M>> & string]: UseCaseNotDeclared<FullName<M, K>>;
};

/**
 * One binding for each use case: its input and output schemas, and its factory. `In` and `Out` are inferred from the schemas
 * alone; then the factory must make a use case of exactly these.
 */
export type Bindings<M extends FeatureManifest, In extends Schemas, Out extends Schemas<keyof In>> = {
  readonly [K in keyof In]: { readonly input: In[K] };
} & { readonly [K in keyof Out]: { readonly output: Out[K] } } & {
  readonly [K in UseCaseKey<M>]: { readonly create: Factory<UseCaseName<M, K>, Capabilities<M, K>, In[K], Out[K]> };
};

/** The use cases of a feature, ready to be called. */
export type BoundUseCases<M extends FeatureManifest, In extends Schemas, Out extends Schemas<keyof In>> = {
  readonly [K in keyof In]: Bound<UseCase<FullName<M, K>, In[K], Out[K]>>;
};

interface AnyBinding {
  readonly input: StandardSchemaV1;
  readonly output: StandardSchemaV1;
  create(capabilities: object): (input: unknown) => Promise<unknown>;
}

/**
 * Binds every use case of a feature to the ports of a composition. A bound use case validates its input and its output,
 * runs inside a span, and has its errors captured; what it may do is what its manifest entry declares.
 * @param manifest what `defineFeature` gave.
 * @param context the ports that the manifest needs.
 * @param bindings by use case: `input` and `output` schemas, and `create`, which takes the capabilities and returns the use case.
 * @returns the bound use cases, by name.
 * @throws FeatureError `bind/missing-port` where the manifest needs a port that the context has not; `conformance/broken` where
 * bindings and manifest do not name the same use cases.
 */
export function bindFeature<
  const M extends FeatureManifest,
  In extends Schemas,
  Out extends Schemas<keyof In>,
>(manifest: M, context: BindContext<M>, bindings: Complete<M, keyof In> & Bindings<M, In, Out>): BoundUseCases<M, In, Out>;
export function bindFeature(manifest: FeatureManifest, context: GivenPorts, bindings: Readonly<Record<string, AnyBinding>>): unknown {
  assertUseCases(manifest, bindings);
  assertPorts(manifest, context);
  return Object.fromEntries(
    Object.entries(bindings).map(([key, { input, output, create }]) => {
      const name = `${manifest.name}.${key}`;
      const run = create(effectsOf(name, { ...manifest.useCases[key] }, context));
      return [key, bindUseCase({ name, input, output, run }, context.telemetry)];
    }),
  );
}
