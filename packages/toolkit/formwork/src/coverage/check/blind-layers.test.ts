import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import type { Counts } from '../aggregate/totals.ts';
import { blindLayers } from './blind-layers.ts';

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
  ['nothing in the layers', { 'src/bind.ts': 'a();' }, {}, []],
  ['measured, without a hit', { 'src/entities/a.ts': 'a();', 'src/entities/b.ts': 'b();' }, { 'src/entities/a.ts': measured }, []],
  [
    'listed without a count',
    { 'src/entities/a.ts': 'a();', 'src/use-cases/u.ts': 'u();' },
    { 'src/entities/a.ts': listed, 'src/use-cases/u.ts': measured },
    [{ layer: 'entities', files: ['src/entities/a.ts'] }],
  ],
  [
    'in no report, in folders too',
    { 'src/controllers/a.ts': 'a();', 'src/controllers/deep/b.ts': 'b();', 'src/controllers/c.ts': 'const = broken' },
    {},
    [{ layer: 'controllers', files: ['src/controllers/a.ts', 'src/controllers/c.ts', 'src/controllers/deep/b.ts'] }],
  ],
  [
    'types, tests and other files',
    {
      'src/entities/a.ts': 'export type A = 1;',
      'src/entities/a.test.ts': 'a();',
      'src/entities/a.d.ts': '',
      'src/entities/README.md': 'a();',
    },
    {},
    [],
  ],
] as const) {
  test(`blind layers: ${what}`, () => {
    const machine = fakeMachine({
      files: Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/orders/${file}`, text])),
    });
    deepEqual(blindLayers(owner, layers, new Map(Object.entries(counts)), { machine, root: '/repo' }), expected);
  });
}
