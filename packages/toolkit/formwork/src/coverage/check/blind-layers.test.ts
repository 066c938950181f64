import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import type { Counts } from '../aggregate/totals.ts';
import { blindLayers } from './blind-layers.ts';
import { packageCode } from './package-code.ts';

const owner = { name: '@repo/orders', folder: 'packages/orders', private: true, dependencies: {}, scripts: {} };
const layers = ['entities', 'use-cases', 'controllers'];
const [nothing, one] = [
  { found: 0, hit: 0 },
  { found: 1, hit: 0 },
];
const listed: Counts = { lines: nothing, functions: nothing, branches: nothing, statements: null };
const measured: Counts = { ...listed, lines: one };

for (const [what, files, counts, expected] of [
  ['no src', {}, {}, []],
  ['nothing in the layers', { 'src/bind.ts': 'a();' }, { 'src/bind.ts': measured }, []],
  [
    'nothing measured at all',
    { 'src/bind.ts': 'a();', 'src/jobs/a.worker.ts': 'a();', 'src/index.ts': "export * from './bind.ts';", 'src/entities/a.ts': 'a();' },
    {},
    [{ layer: null, files: ['src/bind.ts', 'src/entities/a.ts', 'src/jobs/a.worker.ts'] }],
  ],
  ['a manifest alone', { 'src/feature.manifest.ts': "export const m = defineFeature({ name: 'orders', useCases: {} });" }, {}, []],
  [
    'only a test and a file that is gone are measured',
    { 'src/bind.ts': 'a();', 'src/entities/a.ts': 'a();', 'src/entities/a.test.ts': 'a();' },
    { 'src/bind.ts': measured, 'src/entities/a.test.ts': measured, 'src/entities/gone.ts': measured },
    [{ layer: 'entities', files: ['src/entities/a.ts'] }],
  ],
  ['measured, without a hit', { 'src/entities/a.ts': 'a();', 'src/entities/b.ts': 'b();' }, { 'src/entities/a.ts': measured }, []],
  [
    'listed without a count',
    { 'src/entities/a.ts': 'a();', 'src/use-cases/u.ts': 'u();' },
    { 'src/entities/a.ts': listed, 'src/use-cases/u.ts': measured },
    [{ layer: 'entities', files: ['src/entities/a.ts'] }],
  ],
  [
    'in no report, in folders too',
    { 'src/controllers/a.ts': 'a();', 'src/controllers/deep/b.ts': 'b();', 'src/controllers/c.ts': 'const = broken', 'src/bind.ts': 'a();' },
    { 'src/bind.ts': measured },
    [{ layer: 'controllers', files: ['src/controllers/a.ts', 'src/controllers/c.ts', 'src/controllers/deep/b.ts'] }],
  ],
  [
    'types, tests and other files',
    {
      'src/entities/a.ts': 'export type A = 1;',
      'src/entities/a.test.ts': 'a();',
      'src/entities/a.d.ts': '',
      'src/entities/README.md': 'a();',
      'src/bind.ts': 'a();',
    },
    { 'src/bind.ts': measured },
    [],
  ],
] as const) {
  test(`blind layers: ${what}`, () => {
    const machine = fakeMachine({
      files: Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/orders/${file}`, text])),
    });
    const where = { machine, root: '/repo' };
    deepEqual(blindLayers(owner, layers, new Map(Object.entries(counts)), packageCode(owner.folder, where), where), expected);
  });
}
