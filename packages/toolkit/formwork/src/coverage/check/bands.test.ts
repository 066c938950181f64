import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { coverageBands } from '@formwork/feature';
import { parseManifest } from '../../workspace/parse-manifest.ts';
import { bandsOf } from './bands.ts';

const house = coverageBands({ name: 'orders', useCases: {} });

for (const [coverage, expected] of [
  ['', house],
  ['coverage: {},', house],
  ['coverage: { baseline: {}, layers: {}, mutation: { score: 90 } },', house],
  ['coverage: { baseline: { lines: 90.5 } },', { ...house, baseline: { ...house.baseline, lines: 90.5 } }],
  [
    "coverage: { layers: { 'use-cases': { branches: 50, statements: 60 } } },",
    { ...house, layers: { ...house.layers, 'use-cases': { ...house.layers['use-cases'], branches: 50, statements: 60 } } },
  ],
] as const) {
  test(`the bands of a manifest with: ${coverage || 'nothing'}`, () => {
    const text = `export const ordersManifest = defineFeature({ name: 'orders', ${coverage} useCases: {} });`;
    const { manifest, findings } = parseManifest('packages/features/orders/src/feature.manifest.ts', text);
    deepEqual([manifest && bandsOf(manifest), findings], [expected, []]);
  });
}
