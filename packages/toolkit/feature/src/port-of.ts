import { needs, type CommonPorts, type GivenPorts, type NeededPorts } from './bind-context.ts';
import { FeatureError } from './errors.ts';
import type { EffectKind, TriggerKind } from './kinds.ts';
import type { FeatureManifest } from './manifest.ts';

/**
 * A port that a manifest needs.
 * @param asker who needs it: `<feature>.<useCase>`, or the feature.
 * @throws FeatureError `bind/missing-port` where it was not given.
 */
export const portOf = <Port>(port: Port | undefined, name: keyof GivenPorts, asker: string): Port => {
  if (port !== undefined) return port;
  throw new FeatureError('bind/missing-port', `${asker} needs the port "${name}", and the context has none.`);
};

/**
 * Asks for the common ports, and for every port that something in the manifest needs, so that a composition without it fails at once.
 * @throws FeatureError `bind/missing-port`.
 */
export const assertPorts = (manifest: FeatureManifest, ports: GivenPorts): void => {
  for (const port of commonPorts) portOf(ports[port], port, manifest.name);
  for (const [key, useCase] of Object.entries(manifest.useCases)) {
    for (const port of neededPorts) {
      const lists: readonly (EffectKind | TriggerKind)[] = needs[port];
      if (lists.some((list) => (useCase[list] ?? []).length > 0)) portOf(ports[port], port, `${manifest.name}.${key}`);
    }
  }
};

const commonPorts = ['telemetry', 'clock'] as const satisfies readonly (keyof CommonPorts)[];

const neededPorts = ['events', 'jobs', 'realtime', 'audit'] as const satisfies readonly (keyof NeededPorts)[];
