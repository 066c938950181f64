import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { drawContext } from '../testing/draw-context.ts';
import { taskReport } from './task-report.ts';
import type { TurboGate } from './missing-scripts.ts';

const all = { typecheck: 'tsc', lint: 'eslint .', test: 'vitest run' };

/** What a gate says of a feature and of a package that is none, neither of which turbo ran. */
async function said(gate: TurboGate, scripts: Readonly<Record<string, string>>, affectedOnly: boolean) {
  const context = drawContext({}, { task: gate });
  equal(await context.tested(), null, 'the test gate is not among those that run');
  const orders = { name: '@repo/orders', folder: 'packages/features/orders', private: true, dependencies: {}, scripts };
  const types = { ...orders, name: '@repo/types', folder: 'packages/types', scripts: {} };
  const unread = { ...orders, name: '@repo/unread', folder: 'packages/features/unread', scripts: {} };
  const features = [orders, unread].map((feature) => ({ package: feature, manifest: null, useCases: [], triggers: [], files: [] }));
  const workspace = { ...context.workspace, packages: [orders, types], features };
  const { status, findings } = await taskReport(gate, { ...context, workspace, affectedOnly }, () => ({ findings: [] }));
  return [status, ...findings.map(({ code, file, message, fix }) => [code, file, message, fix])];
}

for (const affectedOnly of [true, false]) {
  for (const [gate, fix] of [
    ['typecheck', 'Add "typecheck": "tsc -p tsconfig.json" to its scripts.'],
    ['lint', 'Add "lint": "eslint ." to its scripts.'],
    ['test', 'Add "test": "formwork coverage measure -- vitest run" to its scripts.'],
  ] as const) {
    test(`a feature without its ${gate} script is refused (${affectedOnly ? 'affected' : 'all'})`, async () => {
      const { [gate]: _, ...others } = all;
      const refused = [
        'gates/missing-script',
        'packages/features/orders/package.json',
        `@repo/orders has no ${gate} script, so the ${gate} gate passes over it.`,
        fix,
      ];
      deepEqual(await said(gate, all, affectedOnly), ['pass']);
      for (const scripts of [{}, others, { ...all, [gate]: '' }]) deepEqual(await said(gate, scripts, affectedOnly), ['fail', refused]);
    });
  }
}
