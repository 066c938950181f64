import { needs, type GivenPorts, type NeededPorts } from './bind-context.ts';
import { FeatureError } from './errors.ts';
import type { EffectKind, TriggerKind } from './kinds.ts';
import type { FeatureManifest } from './manifest.ts';

/**
 * A port that a manifest needs.
 * @param asker who needs it: `<feature>.<useCase>`.
 * @throws FeatureError `bind/missing-port` where it was not given.
 */
export const portOf = <Port>(port: Port | undefined, name: keyof NeededPorts, asker: string): Port => {
  if (port !== undefined) return port;
  throw new FeatureError('bind/missing-port', `${asker} needs the port "${name}", and the context has none.`);
};

/**
 * Asks for every port that something in the manifest needs, so that a composition without it fails at once.
 * @throws FeatureError `bind/missing-port`.
 */
export const assertPorts = (manifest: FeatureManifest, ports: GivenPorts): void => {
  for (const [key, useCase] of Object.entries(manifest.useCases)) {
    for (const port of neededPorts) {
      const lists: readonly (EffectKind | TriggerKind)[] = needs[port];
      if (lists.some((list) => (useCase[list] ?? []).length > 0)) portOf(ports[port], port, `${manifest.name}.${key}`);
    }
  }
};

const neededPorts = ['events', 'jobs', 'realtime', 'audit'] as const satisfies readonly (keyof NeededPorts)[];
