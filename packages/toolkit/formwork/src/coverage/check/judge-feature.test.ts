import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Band } from '@formwork/feature';
import type { Manifest } from '../../workspace/model.ts';
import type { Counts } from '../aggregate/totals.ts';
import { judgeFeature, type MeasuredFeature } from './judge-feature.ts';

const manifest: Manifest = {
  file: 'packages/orders/src/feature.manifest.ts',
  exportName: 'ordersManifest',
  name: 'orders',
  at: { line: 4, column: 9 },
  useCases: [],
  coverage: {},
  coverageAt: null,
};
const owner = { name: '@repo/orders', folder: 'packages/orders', private: true, dependencies: {}, scripts: {} };
const none: Required<Band> = { statements: 0, branches: 0, functions: 0, lines: 0 };

/** `3/4` each: of lines, functions, branches, and statements where they are told. */
function counts(drawn: string): Counts {
  const [lines = '', functions = '', branches = '', statements] = drawn.split(' ');
  const count = (share: string): { readonly found: number; readonly hit: number } => {
    const [hit, found] = share.split('/').map(Number);
    return { found: Number(found), hit: Number(hit) };
  };
  return {
    lines: count(lines),
    functions: count(functions),
    branches: count(branches),
    statements: statements === undefined ? null : count(statements),
  };
}

function judged(
  files: Readonly<Record<string, string>>,
  bands: { readonly baseline?: Partial<Band>; readonly entities?: Partial<Band> },
  blind: MeasuredFeature['blind'] = [],
  untold: MeasuredFeature['untold'] = [],
): readonly string[] {
  const layers = { entities: { ...none, ...bands.entities }, 'use-cases': none, controllers: none };
  const findings = judgeFeature({
    package: owner,
    manifest,
    bands: { baseline: { ...none, ...bands.baseline }, layers },
    files: new Map(Object.entries(files).map(([file, drawn]) => [file, counts(drawn)])),
    blind,
    untold,
  });
  return findings.map(({ code, line, message }) => `${code}:${line} ${message}`);
}

const half = { 'src/bind.ts': '4/4 1/1 0/0 4/4', 'src/entities/a.ts': '1/2 1/2 1/3 2/4' };

for (const [what, files, bands, expected] of [
  ['what reaches its band', half, { baseline: { lines: 83.33, functions: 66.66, branches: 33.33, statements: 75 } }, []],
  [
    'every measure, over all files',
    half,
    { baseline: { lines: 83.34, functions: 67, branches: 34, statements: 76 } },
    [
      'Tests cover 83.33 % of the lines of all files in orders, and the band asks for 83.34 %; most is missed in src/entities/a.ts (1 of 2).',
      'Tests cover 66.66 % of the functions of all files in orders, and the band asks for 67 %; most is missed in src/entities/a.ts (1 of 2).',
      'Tests cover 33.33 % of the branches of all files in orders, and the band asks for 34 %; most is missed in src/entities/a.ts (2 of 3).',
      'Tests cover 75 % of the statements of all files in orders, and the band asks for 76 %; most is missed in src/entities/a.ts (2 of 4).',
    ],
  ],
  [
    'a layer, over the files below its folder',
    half,
    { entities: { lines: 60 } },
    [
      'Tests cover 50 % of the lines of src/entities/** in orders, and the band asks for 60 %; most is missed in src/entities/a.ts (1 of 2).',
    ],
  ],
  ['a layer without files', { 'src/entities.ts': '0/1 0/0 0/0' }, { entities: { lines: 100 } }, []],
  ['nothing to run', { 'src/entities/a.ts': '0/0 0/0 0/0' }, { entities: { lines: 100 } }, []],
  [
    'the files that miss most',
    {
      'src/a.ts': '0/1 0/0 0/0',
      'src/b.ts': '0/4 0/0 0/0',
      'src/c.ts': '5/5 0/0 0/0',
      'src/d.ts': '0/2 0/0 0/0',
      'src/e.ts': '7/9 0/0 0/0',
    },
    { baseline: { lines: 80 } },
    [
      'Tests cover 57.14 % of the lines of all files in orders, and the band asks for 80 %; most is missed in src/b.ts (4 of 4), src/d.ts (2 of 2), src/e.ts (2 of 9) and 1 more.',
    ],
  ],
  [
    'lines in the place of statements, told once',
    { 'src/a.ts': '1/2 0/0 0/0' },
    { baseline: { lines: 80, statements: 80 } },
    ['Tests cover 50 % of the lines of all files in orders, and the band asks for 80 %; most is missed in src/a.ts (1 of 2).'],
  ],
  [
    'lines in the place of statements, of which more is asked',
    { 'src/a.ts': '1/2 0/0 0/0' },
    { baseline: { lines: 50, statements: 80 } },
    ['Tests cover 50 % of the statements of all files in orders, and the band asks for 80 %; most is missed in src/a.ts (1 of 2).'],
  ],
] as const) {
  test(`coverage/below-band: ${what}`, () =>
    deepEqual(
      judged(files, bands),
      expected.map((message) => `coverage/below-band:4 ${message}`),
    ));
}

test('coverage/layer-not-measured: a layer that nobody measured', () => {
  deepEqual(
    judged({}, {}, [
      { layer: 'entities', files: ['src/entities/a.ts'] },
      { layer: 'controllers', files: ['src/controllers/b.ts', 'src/controllers/c.ts'] },
    ]),
    [
      'coverage/layer-not-measured:4 Nobody knows what tests run of the entities of orders: no report speaks of src/entities/a.ts.',
      'coverage/layer-not-measured:4 Nobody knows what tests run of the controllers of orders: no report speaks of src/controllers/b.ts and 1 more.',
    ],
  );
  deepEqual(judged({}, {}, [{ layer: null, files: ['src/bind.ts', 'src/jobs/a.worker.ts'] }]), [
    'coverage/layer-not-measured:4 Nobody knows what tests run of orders: no report speaks of src/bind.ts and 1 more.',
  ]);
});

test('coverage/measure-not-told: a measure that the runner does not count, where a band asks for it', () => {
  const untold = [{ measure: 'branches', file: 'src/bind.ts' }] as const;
  const told = [
    'coverage/measure-not-told:4 Nobody knows how tests fare with the branches of orders: its report tells of none, and src/bind.ts holds some.',
  ];
  const files = { 'src/bind.ts': '1/1 1/1 0/0' };
  deepEqual(judged(files, { baseline: { branches: 1 } }, [], untold), told);
  deepEqual(judged(files, { entities: { branches: 1 } }, [], untold), told);
  deepEqual(judged(files, { baseline: { functions: 100 } }, [], untold), []);
});
