import type { ConnectedFeature } from './connect-feature.ts';
import type { Stop } from './ports.ts';
import { startAll } from './start-all.ts';

/** All features of an application over one set of ports. */
export interface Composition<Features> {
  readonly features: Features;
  /** Begins to hear everything that the features declare; resolves to what ends it. */
  readonly start: () => Promise<Stop>;
}

/**
 * The composition root's one call.
 * @param features connected features by name.
 */
export const composeFeatures = <const Features extends Readonly<Record<string, ConnectedFeature>>>(features: Features): Composition<Features> => ({
  features,
  start: () => startAll(Object.values(features).map(({ start }) => start)),
});
