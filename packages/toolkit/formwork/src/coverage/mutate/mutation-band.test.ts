import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { parseManifest } from '../../workspace/parse-manifest.ts';
import { mutationBand } from './mutation-band.ts';

const house = { targets: ['src/entities/**/*.ts', 'src/use-cases/**/*.ts'], score: 80, namesTargets: false };

for (const [coverage, expected] of [
  ['', house],
  ['coverage: {},', house],
  ['coverage: { baseline: { lines: 90 }, mutation: {} },', house],
  ['coverage: { mutation: { score: 95 } },', { ...house, score: 95 }],
  ["coverage: { mutation: { targets: ['src/rules/*.ts'] } },", { targets: ['src/rules/*.ts'], score: 80, namesTargets: true }],
] as const) {
  test(`the band of a manifest with: ${coverage || 'nothing'}`, () => {
    const text = `export const ordersManifest = defineFeature({ name: 'orders', ${coverage} useCases: {} });`;
    const { manifest, findings } = parseManifest('packages/features/orders/src/feature.manifest.ts', text);
    deepEqual([manifest && mutationBand(manifest), findings], [expected, []]);
  });
}
