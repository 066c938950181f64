import type { EffectKind, TriggerKind } from './kinds.ts';
import type { DeclaredAnywhere, FeatureManifest } from './manifest.ts';
import type { Some } from './payload.ts';
import type { CompositionContext } from './ports.ts';

/** The ports that every feature is given, whatever it declares. */
export type CommonPorts = Pick<CompositionContext, 'telemetry' | 'clock'>;

/** The ports that a feature is given when something in its manifest needs them. */
export type NeededPorts = Omit<CompositionContext, keyof CommonPorts>;

/** Which lists of a manifest need which port. */
export const needs = {
  events: ['publishes', 'consumes'],
  jobs: ['enqueues', 'works'],
  realtime: ['broadcasts', 'receives'],
  audit: ['audits'],
} as const satisfies Record<keyof NeededPorts, readonly (EffectKind | TriggerKind)[]>;

type Need<M extends FeatureManifest, Port extends keyof NeededPorts> =
  true extends Some<DeclaredAnywhere<M, (typeof needs)[Port][number]>> ? Port : never;

/** The ports that a feature needs, no less; which they are follows from its manifest. */
export type BindContext<M extends FeatureManifest> = CommonPorts & Pick<NeededPorts, { [Port in keyof NeededPorts]: Need<M, Port> }[keyof NeededPorts]>;

/** What `bindFeature` is really given, where types were not asked. */
export type GivenPorts = CommonPorts & { readonly [Port in keyof NeededPorts]?: NeededPorts[Port] | undefined };
