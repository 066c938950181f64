import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { parseManifest } from '../../workspace/parse-manifest.ts';
import { mutationBand } from './mutation-band.ts';

const house = { targets: ['src/entities/**/*.ts', 'src/use-cases/**/*.ts'], score: 80, namesTargets: false, at: { line: 1, column: 53 } };
const at = { line: 1, column: 73 };

for (const [coverage, expected] of [
  ['', house],
  ['coverage: {},', { ...house, at }],
  ['coverage: { baseline: { lines: 90 }, mutation: {} },', { ...house, at }],
  ['coverage: { mutation: { score: 95 } },', { ...house, at, score: 95 }],
  ["coverage: { mutation: { targets: ['src/rules/*.ts'] } },", { targets: ['src/rules/*.ts'], score: 80, namesTargets: true, at }],
] as const) {
  test(`the band of a manifest with: ${coverage || 'nothing'}`, () => {
    const text = `export const ordersManifest = defineFeature({ name: 'orders', ${coverage} useCases: {} });`;
    const { manifest, findings } = parseManifest('packages/features/orders/src/feature.manifest.ts', text);
    deepEqual([manifest && mutationBand(manifest), findings], [expected, []]);
  });
}
