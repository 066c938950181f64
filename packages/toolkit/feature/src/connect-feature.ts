import { assertConformance } from './assert-conformance.ts';
import type { BindContext, GivenPorts } from './bind-context.ts';
import type { DeclaredAnywhere, FeatureManifest, UseCaseKey } from './manifest.ts';
import { portOf } from './port-of.ts';
import type { Stop } from './ports.ts';
import { startAll } from './start-all.ts';
import type { ChannelReceiver, EventHandler, JobWorker, Trigger } from './triggers.ts';

/** What leads to a feature's use cases: calls through controllers, and messages. */
export interface Connections<M extends FeatureManifest, Controllers> {
  readonly controllers: Controllers;
  readonly handlers: readonly EventHandler<DeclaredAnywhere<M, 'consumes'>, `${M['name']}.${UseCaseKey<M>}`>[];
  readonly workers: readonly JobWorker<DeclaredAnywhere<M, 'works'>, `${M['name']}.${UseCaseKey<M>}`>[];
  readonly receivers: readonly ChannelReceiver<DeclaredAnywhere<M, 'receives'>, `${M['name']}.${UseCaseKey<M>}`>[];
}

/** A feature over one set of ports. */
export interface ConnectedFeature<UseCases = unknown, Controllers = unknown> {
  readonly manifest: FeatureManifest;
  readonly useCases: UseCases;
  readonly controllers: Controllers;
  readonly triggers: readonly Trigger[];
  /** Begins to hear what the manifest declares; resolves to what ends it. */
  readonly start: () => Promise<Stop>;
}

/**
 * Connects bound use cases to what leads to them. Nothing is heard before `start`.
 * @throws FeatureError `conformance/broken` where use cases or triggers are not those that the manifest declares.
 */
export function connectFeature<const M extends FeatureManifest, UseCases extends Readonly<Record<UseCaseKey<M>, unknown>>, Controllers>(
  manifest: M,
  context: BindContext<M>,
  useCases: UseCases,
  connections: Connections<M, Controllers>,
): ConnectedFeature<UseCases, Controllers>;
export function connectFeature(
  manifest: FeatureManifest,
  context: GivenPorts,
  useCases: Readonly<Record<string, unknown>>,
  { controllers, handlers, workers, receivers }: Connections<FeatureManifest, unknown>,
): ConnectedFeature {
  const triggers = [...handlers, ...workers, ...receivers];
  assertConformance(manifest, { useCases, triggers });
  const start = () => startAll(triggers.map((trigger) => () => hear(trigger, context)));
  return { manifest, useCases, controllers, triggers, start };
}

const hear = (trigger: Trigger, context: GivenPorts): Promise<Stop> => {
  const { useCase, contract } = trigger;
  switch (trigger.kind) {
    case 'consumes':
      return portOf(context.events, 'events', useCase).subscribe({ event: contract.name, handler: useCase, handle: trigger.accept });
    case 'works':
      return portOf(context.jobs, 'jobs', useCase).work({ job: contract.name, worker: useCase, handle: trigger.accept });
    case 'receives':
      return portOf(context.realtime, 'realtime', useCase).receive({
        channel: contract.name,
        scope: trigger.scope,
        receiver: useCase,
        handle: trigger.accept,
      });
  }
};
