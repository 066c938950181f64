import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import type { Package } from '../../workspace/model.ts';
import { aggregate } from './aggregate.ts';
import { scanLcov } from '../lcov/scan.ts';

const orders =
  'SF:src/order.ts\nFN:1,place\nFNDA:2,place\nFN:9,(anonymous_0)\nFNDA:0,(anonymous_0)\nDA:2,1\nDA:1,2\nDA:9,0\nBRDA:2,0,0,1\nBRDA:2,0,1,-\nend_of_record\n';
const tools =
  'SF:b.mjs\nDA:1,1\nend_of_record\nSF:../packages/orders/src/order.ts\nFN:1,place\nFNDA:1,place\nDA:9,3\nBRDA:2,0,1,4\nend_of_record\nSF:/usr/lib/x.js\nDA:1,0\nend_of_record\n';

test('reports are merged to one of the whole repository, in one order, whoever comes first', () => {
  const machine = fakeMachine({
    files: {
      'packages/orders/src/order.ts': '',
      'packages/orders/coverage/lcov.info': orders,
      'tools/b.mjs': '',
      'tools/coverage/lcov.info': tools,
    },
  });
  const said = aggregate(packages('tools', 'packages/orders'), { machine, root: '/repo' });
  deepEqual(said, {
    schema: 'formwork/report@1',
    gate: 'coverage:aggregate',
    status: 'pass',
    base: null,
    inspected: { packages: 2, reports: 2, files: 2, lines: 4 },
    durationMs: 0,
    note: '100 % of 4 lines, 50 % of 2 functions, 100 % of 2 branches covered; see coverage/summary.json',
    findings: [],
  });
  const { 'coverage/lcov.info': lcov, 'coverage/summary.json': summary } = machine.tree();
  deepEqual(lcov?.split('\n'), [
    'TN:',
    'SF:packages/orders/src/order.ts',
    'FN:1,place',
    'FN:9,(anonymous_0)',
    'FNDA:3,place',
    'FNDA:0,(anonymous_0)',
    'FNF:2',
    'FNH:1',
    'BRDA:2,0,0,1',
    'BRDA:2,0,1,4',
    'BRF:2',
    'BRH:2',
    'DA:1,2',
    'DA:2,1',
    'DA:9,3',
    'LF:3',
    'LH:3',
    'end_of_record',
    'TN:',
    'SF:tools/b.mjs',
    'FNF:0',
    'FNH:0',
    'BRF:0',
    'BRH:0',
    'DA:1,1',
    'LF:1',
    'LH:1',
    'end_of_record',
    '',
  ]);
  deepEqual(JSON.parse(`${summary}`), {
    schema: 'formwork/coverage@1',
    totals: {
      lines: { found: 4, hit: 4, percent: 100 },
      functions: { found: 2, hit: 1, percent: 50 },
      branches: { found: 2, hit: 2, percent: 100 },
    },
    packages: [
      {
        name: '@repo/orders',
        folder: 'packages/orders',
        files: 1,
        totals: {
          lines: { found: 3, hit: 2, percent: 66.67 },
          functions: { found: 2, hit: 1, percent: 50 },
          branches: { found: 2, hit: 1, percent: 50 },
        },
      },
      {
        name: '@repo/tools',
        folder: 'tools',
        files: 2,
        totals: {
          lines: { found: 2, hit: 2, percent: 100 },
          functions: { found: 1, hit: 1, percent: 100 },
          branches: { found: 1, hit: 1, percent: 100 },
        },
      },
    ],
  });
});

test('what was merged reads as it was written, branches that were never reached too', () => {
  const machine = fakeMachine({ files: { 'packages/orders/coverage/lcov.info': orders } });
  aggregate(packages('packages/orders'), { machine, root: '/repo' });
  const [record] = scanLcov([Buffer.from(`${machine.tree()['coverage/lcov.info']}`)], 'lcov.info');
  const [given] = scanLcov([Buffer.from(orders)], 'lcov.info');
  deepEqual(record, { ...given, source: 'packages/orders/src/order.ts' });
});

test('a package with tests and without a report is a warning; one without tests, and the root, are none', () => {
  const machine = fakeMachine({ files: { 'tools/b.mjs': '', 'tools/coverage/lcov.info': tools } });
  const said = aggregate([...packages('.', 'packages/orders', 'tools'), { ...packageIn('docs'), scripts: {} }], { machine, root: '/repo' });
  deepEqual(
    [said.status, said.inspected, said.findings.map(({ severity, code, file, message }) => [severity, code, file, message])],
    [
      'pass',
      { packages: 2, reports: 1, files: 2, lines: 2 },
      [
        [
          'warning',
          'coverage/no-report',
          'packages/orders/package.json',
          '@repo/orders has tests, and left no packages/orders/coverage/lcov.info.',
        ],
      ],
    ],
  );
});

test('no report at all is missing evidence, unless none was expected; nothing is written', () => {
  const machine = fakeMachine();
  const tested = packages('packages/orders');
  deepEqual(aggregate(tested, { machine, root: '/repo' }).status, 'error');
  const said = aggregate(tested, { machine, root: '/repo' }, { expected: () => false });
  deepEqual([said.status, said.note, machine.tree()], ['pass', 'no report to merge', {}]);
});

test('what is not trusted is left out', () => {
  const machine = fakeMachine({
    files: { 'packages/orders/coverage/lcov.info': 'torn', 'tools/b.mjs': '', 'tools/coverage/lcov.info': 'SF:b.mjs\nend_of_record\n' },
  });
  const said = aggregate(packages('packages/orders', 'tools'), { machine, root: '/repo' }, { trusted: ({ folder }) => folder === 'tools' });
  deepEqual([said.status, said.inspected], ['pass', { packages: 1, reports: 1, files: 1, lines: 0 }]);
  deepEqual(said.note, '100 % of 0 lines, 100 % of 0 functions, 100 % of 0 branches covered; see coverage/summary.json');
});

test('a report that cannot be right is an error with its place', () => {
  const machine = fakeMachine({ files: { 'tools/coverage/lcov.info': 'SF:b.mjs\nDA:1,-1\n' } });
  throws(() => aggregate(packages('tools'), { machine, root: '/repo' }), {
    code: 'lcov/corrupt',
    file: 'tools/coverage/lcov.info',
    line: 2,
  });
});

function packages(...folders: readonly string[]): readonly Package[] {
  return folders.map(packageIn);
}

function packageIn(folder: string): Package {
  return { name: `@repo/${folder.split('/').at(-1)}`, folder, private: true, dependencies: {}, scripts: { test: 'vitest run' } };
}
