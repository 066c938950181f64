import type { Band, FeatureManifest } from './manifest.ts';

/** The layers of a feature that have a band of their own, as folders of `src`. */
export type Layer = 'entities' | 'use-cases' | 'controllers';

/** What tests of a feature must reach, in percent. */
export interface Bands {
  readonly baseline: Required<Band>;
  readonly layers: Readonly<Record<Layer, Required<Band>>>;
  readonly mutation: { readonly targets: readonly string[]; readonly score: number };
}

const baseline = { statements: 80, branches: 75, functions: 80, lines: 80 } as const satisfies Required<Band>;
const full = { statements: 100, branches: 100, functions: 100, lines: 100 } as const satisfies Required<Band>;
const mutationScore = 80;

/**
 * The bands of a feature: the house's, with what its manifest says otherwise.
 * @returns percentages; `mutation.targets` are globs relative to the package, entities and use cases unless the manifest names others.
 */
export const coverageBands = ({ coverage = {} }: FeatureManifest): Bands => ({
  baseline: { ...baseline, ...coverage.baseline },
  layers: {
    entities: { ...full, ...coverage.layers?.entities },
    'use-cases': { ...full, ...coverage.layers?.['use-cases'] },
    controllers: { ...full, ...coverage.layers?.controllers },
  },
  mutation: { targets: ['src/entities/**/*.ts', 'src/use-cases/**/*.ts'], score: mutationScore, ...coverage.mutation },
});

/** vitest's `coverage.thresholds` for a feature: the baseline for all of it, and each layer by its glob. */
export const vitestThresholds = (manifest: FeatureManifest): Required<Band> & Record<`src/${Layer}/**`, Required<Band>> => {
  const bands = coverageBands(manifest);
  return {
    ...bands.baseline,
    'src/entities/**': bands.layers.entities,
    'src/use-cases/**': bands.layers['use-cases'],
    'src/controllers/**': bands.layers.controllers,
  };
};
