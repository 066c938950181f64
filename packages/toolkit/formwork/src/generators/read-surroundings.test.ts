import { deepEqual, throws } from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { nodeFiles } from '../report/node-files.ts';
import { templatesFolder } from './kinds.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { Surroundings } from './surroundings.ts';

const templates = nodeFiles.list(templatesFolder('use-case')).map(({ name }) => join(templatesFolder('use-case'), name));
const manifest = 'src/feature.manifest.ts';

function read(files: Readonly<Record<string, string>>): Surroundings {
  return readIn({ 'pnpm-workspace.yaml': 'packages: ["**"]', ...files });
}

function readIn(files: Readonly<Record<string, string>>): Surroundings {
  const machine = fakeMachine({ files: { ...Object.fromEntries(templates.map((path) => [path, 'built in'])), ...files } });
  return readSurroundings({ feature: 'billing', templatesOf: ['use-case'] }, machine, '/repo', '1.2.3');
}

test('what a run has to know of a repository', () => {
  const found = read({
    'pnpm-workspace.yaml': 'packages: [apps/*, packages/*/*]\ncatalog: { zod: 4.6.7, vite: 8.3.8 }\n',
    'formwork.json': '{ "scope": "@acme", "composition": "apps/shop/src/deep/compose.ts" }',
    'tsconfig.base.json': '{}',
    'package.json': '{}',
    'apps/shop/package.json': '{ "name": "shop" }',
    'apps/broken/package.json': '{',
    'apps/shop/src/deep/compose.ts': 'export function compose(ports: Ports) {\n  return [() => composeFeatures({})];\n}\n',
    [`packages/features/orders/${manifest}`]: '',
    [`packages/features/billing/${manifest}`]: '',
    'packages/features/notes/readme.md': '',
    'packages/features/billing/formwork.lock.json': '{ "schema": "formwork/lock@1", "runs": [] }',
    'turbo/templates/use-case/use-case.ts.hbs': 'our own',
  });
  const { templates: texts, ...rest } = found;
  deepEqual(rest, {
    config: {
      scope: '@acme',
      roots: { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' },
      base: null,
      gates: null,
      composition: 'apps/shop/src/deep/compose.ts',
    },
    version: '1.2.3',
    features: ['billing', 'orders'],
    site: { folder: 'feature', contracts: 'free', lock: { schema: 'formwork/lock@1', runs: [] } },
    packages: { '': '.', shop: 'apps/shop' },
    catalog: ['zod', 'vite'],
    hasTsconfigBase: true,
    composition: { file: 'apps/shop/src/deep/compose.ts', context: 'ports', packageFile: 'apps/shop/package.json' },
  });
  deepEqual(texts['use-case/use-case.ts.hbs'], { file: 'turbo/templates/use-case/use-case.ts.hbs', text: 'our own' });
  deepEqual(texts['use-case/controller.ts.hbs'], { file: 'use-case/controller.ts.hbs', text: 'built in' });
});

test('a repository in which nothing is yet', () => {
  const { features, site, packages, catalog, hasTsconfigBase, composition } = read({});
  deepEqual(
    { features, site, packages, catalog, hasTsconfigBase, composition },
    {
      features: [],
      site: { folder: 'free', contracts: 'free', lock: null },
      packages: {},
      catalog: [],
      hasTsconfigBase: false,
      composition: null,
    },
  );
});

test('a repository that is no workspace is refused', () => {
  throws(() => readIn({ 'formwork.json': '{}' }), { code: 'workspace/pnpm-workspace-invalid', file: 'pnpm-workspace.yaml' });
});

test('a composition root in no package of its own belongs to the root', () => {
  const files = {
    'formwork.json': '{ "composition": "src/compose.ts" }',
    'src/compose.ts': 'const f = function (all) { composeFeatures({}); };',
  };
  deepEqual(read(files).composition, { file: 'src/compose.ts', context: 'all', packageFile: 'package.json' });
});

for (const [what, files, folder, contracts] of [
  ['a manifest', { [`packages/features/billing/${manifest}`]: '' }, 'feature', 'free'],
  [
    'what an install left',
    { 'packages/features/billing/node_modules/zod/index.js': '', 'packages/features/billing/coverage/lcov.info': '' },
    'free',
    'free',
  ],
  ['something else', { 'packages/features/billing/notes.md': '' }, 'other', 'free'],
  ['a file', { 'packages/features/billing': '' }, 'other', 'free'],
  ['contracts', { 'packages/contracts/billing/package.json': '{}' }, 'free', 'there'],
] as const satisfies readonly (readonly [string, Readonly<Record<string, string>>, string, string])[]) {
  test(`where ${what} lies, the folder is ${folder} and that of the contracts ${contracts}`, () => {
    const { site } = read(files);
    deepEqual([site.folder, site.contracts], [folder, contracts]);
  });
}
