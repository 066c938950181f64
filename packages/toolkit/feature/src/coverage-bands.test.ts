import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageBands, vitestThresholds } from './coverage-bands.ts';
import type { FeatureManifest } from './manifest.ts';

const full = { statements: 100, branches: 100, functions: 100, lines: 100 };
const house = { statements: 80, branches: 75, functions: 80, lines: 80 };
const feature = (coverage: Required<FeatureManifest>['coverage']): FeatureManifest => ({ name: 'orders', useCases: {}, coverage });

test('a manifest that asks for nothing gets the bands of the house', () => {
  const bands = {
    baseline: house,
    layers: { entities: full, 'use-cases': full, controllers: full },
    mutation: { targets: ['src/entities/**/*.ts', 'src/use-cases/**/*.ts'], score: 80 },
  };
  expect(coverageBands({ name: 'orders', useCases: {} })).toEqual(bands);
  expect(coverageBands(feature({}))).toEqual(bands);
});

test('the thresholds are those bands in the words of vitest', () => {
  expect(vitestThresholds(feature({ layers: { controllers: { branches: 90 } } }))).toEqual({
    ...house,
    'src/entities/**': full,
    'src/use-cases/**': full,
    'src/controllers/**': { ...full, branches: 90 },
  });
});

const band = fc.record({ statements: fc.nat(100), branches: fc.nat(100), functions: fc.nat(100), lines: fc.nat(100) }, { requiredKeys: [] });
const coverage = fc.record(
  {
    baseline: band,
    layers: fc.record({ entities: band, 'use-cases': band, controllers: band }, { requiredKeys: [] }),
    mutation: fc.record({ targets: fc.array(fc.string()), score: fc.nat(100) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

test('what a manifest asks for holds, and what it leaves out is as in the house', () => {
  fc.assert(
    fc.property(coverage, (asked) => {
      const bands = coverageBands(feature(asked));
      const plain = coverageBands(feature({}));
      expect(bands).toMatchObject(asked);
      expect(bands.baseline).toEqual({ ...plain.baseline, ...asked.baseline });
      expect(bands.layers['use-cases']).toEqual({ ...full, ...asked.layers?.['use-cases'] });
      expect(coverageBands(feature(bands))).toEqual(bands);
    }),
  );
});
