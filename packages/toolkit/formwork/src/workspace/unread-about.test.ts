import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { chooseFeatures } from './choose-features.ts';
import { readWorkspace } from './read-workspace.ts';
import { unreadAbout } from './unread-about.ts';

const workspace = readWorkspace(
  '/repo',
  fakeMachine({
    files: {
      'pnpm-workspace.yaml': 'packages: [packages/features/orders*, packages/contracts/*]\n',
      'package.json': '{',
      'packages/features/orders/package.json': '{ "name": "@repo/orders" }',
      'packages/features/orders/src/feature.manifest.ts': 'export const',
      'packages/features/orders-history/package.json': '{',
      'packages/features/orders-history/src/feature.manifest.ts': "export const m = defineFeature({ name: 'orders-history', useCases: {} });",
      'packages/features/stray/src/bind.ts': '',
      'packages/contracts/orders/package.json': '{',
    },
  }),
);

const [root, broken] = ['package.json', 'packages/features/orders/src/feature.manifest.ts'];
const [history, stray] = ['packages/features/orders-history/package.json', 'packages/features/stray'];

for (const [names, expected] of [
  [[], [root, broken, history, stray]],
  [
    ['orders', 'orders-history'],
    [root, broken, history, stray],
  ],
  [['orders'], [root, broken]],
  [['orders-history'], [root, history]],
] as const) {
  test(`what could not be read about ${names.join(' and ') || 'all features'}`, () => {
    const about = unreadAbout(chooseFeatures(names, workspace), workspace).map(({ file }) => file);
    deepEqual(about.toSorted(), expected.toSorted());
  });
}
