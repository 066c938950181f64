import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { sha256 } from '../../report/sha256.ts';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import type { Report } from '../../report/report.ts';
import type { Package } from '../../workspace/model.ts';
import { readConfig } from '../../workspace/read-config.ts';
import { renderSources } from '../freshness/sources-file.ts';
import { scanLcov } from '../lcov/scan.ts';
import { drawIstanbul } from '../testing/draw-istanbul.ts';
import { aggregate, type AggregateOptions } from './aggregate.ts';

const orders =
  'SF:src/order.ts\nFN:1,place\nFNDA:2,place\nFN:9,(anonymous_0)\nFNDA:0,(anonymous_0)\nDA:2,1\nDA:1,2\nDA:9,0\nBRDA:2,0,0,1\nBRDA:2,0,1,-\nend_of_record\n';
const tools =
  'SF:b.mjs\nDA:1,1\nend_of_record\nSF:../packages/features/orders/src/order.ts\nFN:1,place\nFNDA:1,place\nDA:9,3\nBRDA:2,0,1,4\nend_of_record\nSF:/usr/lib/x.js\nDA:1,0\nend_of_record\n';

test('reports are merged to one of the whole repository, in one order, whoever comes first', () => {
  const machine = fakeMachine({
    files: {
      'packages/features/orders/src/order.ts': '',
      'packages/features/orders/coverage/lcov.info': orders,
      'tools/b.mjs': '',
      'tools/coverage/lcov.info': tools,
    },
  });
  const said = aggregated(packages('tools', 'packages/features/orders'), machine);
  deepEqual(said, {
    schema: 'formwork/report@1',
    gate: 'coverage:aggregate',
    status: 'pass',
    base: null,
    inspected: { packages: 2, reports: 2, files: 2, lines: 4 },
    durationMs: 0,
    note: '100 % of 4 lines, 50 % of 2 functions, 100 % of 2 branches covered, see coverage/summary.json; freshness unknown for 2 reports',
    findings: [],
  });
  const { 'coverage/lcov.info': lcov, 'coverage/summary.json': summary } = machine.tree();
  deepEqual(lcov?.split('\n'), [
    'TN:',
    'SF:packages/features/orders/src/order.ts',
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
    layers: {},
    packages: [
      {
        name: '@repo/orders',
        folder: 'packages/features/orders',
        files: 1,
        totals: {
          lines: { found: 3, hit: 2, percent: 66.66 },
          functions: { found: 2, hit: 1, percent: 50 },
          branches: { found: 2, hit: 1, percent: 50 },
        },
        layers: {},
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

test('records stand in the order of their files, whatever order a report has', () => {
  const names = ['b.ts', 'a.ts', 'a/z.ts'];
  const machine = fakeMachine({
    files: {
      ...Object.fromEntries(names.map((name) => [`tools/${name}`, ''])),
      'tools/coverage/lcov.info': names.map((name) => `SF:${name}\nDA:1,1\nend_of_record\n`).join(''),
    },
  });
  aggregated(packages('tools'), machine);
  const written = `${machine.tree()['coverage/lcov.info']}`.split('\n').filter((line) => line.startsWith('SF:'));
  deepEqual(written, ['SF:tools/a.ts', 'SF:tools/a/z.ts', 'SF:tools/b.ts']);
});

test('what was merged reads as it was written, branches that were never reached too', () => {
  const machine = fakeMachine({ files: { 'packages/orders/coverage/lcov.info': orders } });
  aggregated(packages('packages/orders'), machine);
  const [record] = scanLcov(machine.files.chunks('/repo/coverage/lcov.info'), 'lcov.info');
  const [given] = scanLcov(machine.files.chunks('/repo/packages/orders/coverage/lcov.info'), 'lcov.info');
  deepEqual(record, { ...given, source: 'packages/orders/src/order.ts' });
});

test('a package with tests and without a report is a warning; one without tests, and the root, are none', () => {
  const machine = fakeMachine({ files: { 'tools/b.mjs': '', 'tools/coverage/lcov.info': tools } });
  const said = aggregated([...packages('.', 'packages/orders', 'tools'), { ...packageIn('docs'), scripts: {} }], machine);
  deepEqual(
    [said.status, said.inspected, told(said)],
    [
      'pass',
      { packages: 2, reports: 1, files: 2, lines: 2 },
      ['warning coverage/no-report packages/orders/package.json @repo/orders has tests, and left no packages/orders/coverage/lcov.info.'],
    ],
  );
});

test('no report at all is missing evidence, unless none was expected; nothing is written', () => {
  const machine = fakeMachine();
  deepEqual(aggregated(packages('packages/orders'), machine).status, 'error');
  const said = aggregated(packages('packages/orders'), machine, { expected: () => false });
  deepEqual([said.status, said.note, machine.tree()], ['pass', 'no report to merge', {}]);
});

test('a report that knows no file of the repository has looked at nothing', () => {
  const empty = { 'tools/coverage/lcov.info': 'TN:\nSF:/elsewhere/x.js\nDA:1,1\nend_of_record\n', 'docs/coverage/1/coverage-final.json': '{}' };
  const alone = aggregated(packages('tools', 'docs'), fakeMachine({ files: empty }));
  const machine = fakeMachine({ files: { ...empty, 'x/a.js': '', 'x/coverage/lcov.info': 'SF:a.js\nDA:1,0\nend_of_record\n' } });
  const beside = aggregated(packages('tools', 'docs', 'x'), machine);
  const warnings = [
    'warning coverage/no-report docs/package.json @repo/docs has tests, and docs/coverage/1/coverage-final.json knows no file of this repository.',
    'warning coverage/no-report tools/package.json @repo/tools has tests, and tools/coverage/lcov.info knows no file of this repository.',
  ];
  deepEqual([alone.status, alone.note, told(alone)], ['error', 'no report to merge', warnings]);
  deepEqual([beside.status, beside.inspected, told(beside)], ['pass', { packages: 3, reports: 1, files: 1, lines: 1 }, warnings]);
  deepEqual(JSON.parse(`${machine.tree()['coverage/summary.json']}`).packages.length, 1);
});

test('what is not trusted is left out', () => {
  const machine = fakeMachine({
    files: { 'packages/orders/coverage/lcov.info': 'torn', 'tools/b.mjs': '', 'tools/coverage/lcov.info': 'SF:b.mjs\nend_of_record\n' },
  });
  const said = aggregated(packages('packages/orders', 'tools'), machine, { trusted: ({ folder }) => folder === 'tools' });
  deepEqual([said.status, said.inspected], ['pass', { packages: 1, reports: 1, files: 1, lines: 0 }]);
  deepEqual(
    said.note,
    '100 % of 0 lines, 100 % of 0 functions, 100 % of 0 branches covered, see coverage/summary.json; freshness unknown for 1 report',
  );
});

test('a report that cannot be right is an error with its place', () => {
  const machine = fakeMachine({ files: { 'tools/coverage/lcov.info': 'SF:b.mjs\nDA:1,-1\n' } });
  throws(() => aggregated(packages('tools'), machine), {
    code: 'lcov/corrupt',
    file: 'tools/coverage/lcov.info',
    line: 2,
  });
});

/** A package that was measured when its sources were `a` and `b`, with these of them now. */
function measured(folder: string, now: Readonly<Record<string, string>>): Record<string, string> {
  const lcov = 'SF:src/a.ts\nDA:1,1\nend_of_record\nSF:src/b.ts\nDA:1,0\nend_of_record\n';
  const sources = { 'src/a.ts': sha256('a'), 'src/b.ts': sha256('b') };
  return {
    ...Object.fromEntries(Object.entries(now).map(([name, text]) => [`${folder}/src/${name}`, text])),
    [`${folder}/coverage/lcov.info`]: lcov,
    [`${folder}/coverage/sources.json`]: renderSources({ report: sha256(lcov), folder: '..', sources }),
  };
}

test('a report whose sources have changed since is refused, and its numbers are left out', () => {
  const machine = fakeMachine({
    files: {
      ...measured('fresh', { 'a.ts': 'a', 'b.ts': 'b' }),
      ...measured('one', { 'a.ts': 'a', 'b.ts': 'other' }),
      ...measured('two', { 'a.ts': 'other' }),
    },
  });
  const said = aggregated(packages('one', 'fresh', 'two'), machine, { requireFresh: true });
  deepEqual(
    [said.status, said.inspected, said.note, told(said)],
    [
      'fail',
      { packages: 3, reports: 1, files: 2, lines: 2 },
      '50 % of 2 lines, 100 % of 0 functions, 100 % of 0 branches covered, see coverage/summary.json; 2 stale reports left out',
      [
        'error coverage/stale one/package.json The report of @repo/one is of other sources: one/src/b.ts is not what its tests measured.',
        'error coverage/stale two/package.json The report of @repo/two is of other sources: two/src/a.ts and 1 more are not what its tests measured.',
      ],
    ],
  );
  deepEqual(machine.tree()['coverage/lcov.info']?.match(/SF:.*/g), ['SF:fresh/src/a.ts', 'SF:fresh/src/b.ts']);
});

test('what is told elsewhere is left out all the same, and not told again', () => {
  const machine = fakeMachine({ files: { ...measured('one', { 'a.ts': 'other' }), ...measured('fresh', { 'a.ts': 'a', 'b.ts': 'b' }) } });
  const said = aggregated(packages('one', 'fresh', 'two'), machine, { toldElsewhere: ({ folder }) => folder !== 'fresh' });
  deepEqual([said.status, said.inspected['reports'], said.note?.split('; ')[1], said.findings], ['pass', 1, '1 stale report left out', []]);
});

test('where all are refused there is nothing to merge, and what was merged before stays', () => {
  const machine = fakeMachine({ files: { ...measured('one', {}), 'coverage/summary.json': 'before' } });
  const said = aggregated(packages('one'), machine);
  deepEqual(
    [said.status, said.note, machine.tree()['coverage/summary.json']],
    ['fail', 'no report to merge; 1 stale report left out', 'before'],
  );
});

test('of what nobody knows the freshness, it is told; where it has to be known, there is no verdict', () => {
  const files = {
    ...measured('fresh', { 'a.ts': 'a', 'b.ts': 'b' }),
    'tools/b.mjs': '',
    'tools/coverage/lcov.info': 'SF:b.mjs\nDA:1,1\nend_of_record\n',
  };
  const lax = aggregated(packages('fresh', 'tools'), fakeMachine({ files }));
  deepEqual([lax.status, lax.note?.split('; ')[1], told(lax)], ['pass', 'freshness unknown for 1 report', []]);
  const strict = aggregated(packages('fresh', 'tools'), fakeMachine({ files }), { requireFresh: true });
  deepEqual(
    [strict.status, told(strict)],
    [
      'error',
      [
        'error coverage/freshness-unknown tools/package.json Nobody knows whether the report of @repo/tools is of these sources: no sources.json lies beside it: formwork coverage measure did not run the tests.',
      ],
    ],
  );
});

test('what lies there is whole, or what was there before', () => {
  const machine = fakeMachine({ files: { 'tools/b.mjs': '', 'tools/coverage/lcov.info': tools } });
  const written: string[] = [];
  const { write, writePieces, rename } = machine.files;
  const files: typeof machine.files = {
    ...machine.files,
    write: (path, ...rest) => (written.push(path), write(path, ...rest)),
    writePieces: (path, pieces) => (written.push(path), writePieces(path, pieces)),
    rename: (from, to) => (written.push(to), rename(from, to)),
  };
  aggregated(packages('tools'), { ...machine, files });
  deepEqual(
    written.map((path) => path.replace('/repo/coverage/', '')),
    ['lcov.info.4711.new', 'lcov.info', 'summary.json.4711.new', 'summary.json'],
  );
});

function aggregated(tested: readonly Package[], machine: FakeMachine, options?: AggregateOptions): Report {
  return aggregate({ packages: tested, config: readConfig('/repo', machine.files) }, { machine, root: '/repo' }, options).report;
}

function told({ findings }: Report): readonly string[] {
  return findings.map(({ severity, code, file, message }) => `${severity} ${code} ${file} ${message}`);
}

function packages(...folders: readonly string[]): readonly Package[] {
  return folders.map(packageIn);
}

function packageIn(folder: string): Package {
  return { name: `@repo/${folder.split('/').at(-1)}`, folder, private: true, dependencies: {}, scripts: { test: 'vitest run' } };
}

test('shards count before a report beside them, and that is told', () => {
  const machine = fakeMachine({
    files: {
      'tools/b.mjs': 'b();\n',
      'tools/coverage/lcov.info': tools,
      'tools/coverage/1/coverage-final.json': drawIstanbul('/build/tools', { 'b.mjs': [1] }),
    },
  });
  const { note } = aggregated(packages('tools'), machine);
  deepEqual(note?.split('; ')[1], 'tools/coverage/lcov.info is left out for the 1 shard beside it');
});
