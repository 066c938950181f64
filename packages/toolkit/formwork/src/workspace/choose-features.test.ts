import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { FormworkError } from '../report/formwork-error.ts';
import { fakeMachine } from '../report/fake-machine.ts';
import { readWorkspace } from './read-workspace.ts';
import { chooseFeatures } from './choose-features.ts';

const workspaceOf = (features: Readonly<Record<string, string>>) =>
  readWorkspace(
    '/repo',
    fakeMachine({
      files: Object.fromEntries([
        ['pnpm-workspace.yaml', 'packages: [packages/*/*]\n'],
        ...Object.entries(features).flatMap(([folder, manifest]) => [
          [`packages/features/${folder}/package.json`, `{ "name": "@repo/${folder}" }`],
          [`packages/features/${folder}/src/feature.manifest.ts`, manifest],
        ]),
      ]),
    }),
  );

const workspace = workspaceOf({
  broken: 'export const',
  orders: "export const ordersManifest = defineFeature({ name: 'orders', useCases: {} });",
  payments: "export const paymentsManifest = defineFeature({ name: 'payments', useCases: {} });",
});

for (const [names, expected] of [
  [[], ['broken', 'orders', 'payments']],
  [
    ['payments', 'orders', 'orders'],
    ['orders', 'payments'],
  ],
  [['broken'], ['broken']],
] as const) {
  test(`${names.join(' and ') || 'nobody'} named: ${expected.join(', ')}`, () => {
    deepEqual(
      chooseFeatures(names, workspace).map(({ package: { name } }) => name),
      expected.map((name) => `@repo/${name}`),
    );
  });
}

for (const [known, fix] of [
  [workspace, 'Did you mean orders? The features are: broken, orders, payments. Name none to take all.'],
  [workspaceOf({}), 'The features are: none yet. Name none to take all.'],
] as const) {
  test(`a name that no feature has: ${fix}`, () => {
    throws(
      () => chooseFeatures(['payments', 'odrers'].slice(-1), known),
      new FormworkError({ code: 'workspace/unknown-feature', message: 'There is no feature odrers.', fix }),
    );
  });
}
