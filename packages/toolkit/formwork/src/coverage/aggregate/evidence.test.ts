import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { sha256 } from '../../report/sha256.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { renderSources } from '../freshness/sources-file.ts';
import { drawIstanbul } from '../testing/draw-istanbul.ts';
import { recordRenderer } from '../lcov/render-record.ts';
import { readEvidence } from './evidence.ts';
import { coverageIn, type MeasuredFile } from './measured-file.ts';

const x = { name: '@repo/x', folder: 'packages/x', private: true, dependencies: {}, scripts: { test: 'vitest run' } };
const lcov = 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
const sources = { 'packages/x/src/a.ts': 'a', 'packages/x/src/b.ts': 'b' };
const noDoor = 'no sources.json lies beside it: formwork coverage measure did not run the tests';

/** What is read of a package in which these files lie: reports, lines and statements by file, and how fresh it is. */
function evidence(files: Readonly<Record<string, string>>): unknown {
  const inPackage = Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/x/coverage/${file}`, text]));
  const machine = fakeMachine({ files: { ...sources, ...inPackage } });
  const read = readEvidence(x, recordRenderer(), { machine, root: '/repo' });
  if (read === null) return null;
  const { package: _package, files: measured, reports, ...rest } = read;
  const short = (file: string): string => file.replace('packages/x/', '');
  const each = (tell: (file: MeasuredFile) => string | null): Record<string, string | null> =>
    Object.fromEntries([...measured].map(([file, one]) => [short(file), tell(one)] as const).filter(([, told]) => told !== null));
  return {
    ...rest,
    reports: reports.map(short),
    lines: each((file) =>
      coverageIn(file)
        .map(({ lines }) => lines.numbers.map((line, at) => `${line}:${lines.hits[at]}`))
        .join(' ')
        .replaceAll(',', ' '),
    ),
    statements: each(({ counts: { statements } }) => statements && `${statements.hit}/${statements.found}`),
  };
}

test('a package that left nothing', () => deepEqual(evidence({}), null));

test('a package whose coverage folder holds other things', () =>
  deepEqual(evidence({ 'lcov-report/index.html': '', 'coverage-final.json': '{}' }), null));

const ofLcov = {
  reports: ['coverage/lcov.info'],
  leftOut: null,
  lines: { 'src/a.ts': '1:1 2:0' },
  statements: {},
  stale: [],
  unknown: noDoor,
};

test('an lcov', () => deepEqual(evidence({ 'lcov.info': lcov }), ofLcov));

test('an lcov with the details of the same run', () => {
  const details = drawIstanbul('/m/packages/x', { 'src/a.ts': [1, 1, 0], 'src/b.ts': [1] });
  deepEqual(evidence({ 'lcov.info': lcov, 'coverage-final.json': details }), { ...ofLcov, statements: { 'src/a.ts': '2/3' } });
});

test('an lcov with the details of another run, which say nothing of it', () => {
  const details = drawIstanbul('/m/packages/x', { 'src/a.ts': [1, 1, 1] });
  deepEqual(evidence({ 'lcov.info': lcov, 'coverage-final.json': details }), ofLcov);
});

const shards = {
  'one/coverage-final.json': drawIstanbul('/home/runner/work/shop/packages/x', { 'src/a.ts': [1, 0, 0] }),
  'two/coverage-final.json': drawIstanbul('/build/packages/x', { 'src/a.ts': [0, 2, 0], 'src/b.ts': [1] }),
};
const ofShards = {
  reports: ['coverage/one/coverage-final.json', 'coverage/two/coverage-final.json'],
  leftOut: null,
  lines: { 'src/a.ts': '1:2 2:0', 'src/b.ts': '1:1' },
  statements: { 'src/a.ts': '2/3', 'src/b.ts': '1/1' },
  stale: [],
  unknown: noDoor,
};

test('shards of two machines are one', () => deepEqual(evidence({ ...shards, 'lcov-report/index.html': '' }), ofShards));

test('shards beside an lcov count, and the lcov does not', () => {
  deepEqual(evidence({ ...shards, 'lcov.info': lcov }), { ...ofShards, leftOut: 'packages/x/coverage/lcov.info' });
});

const hashes = { 'src/a.ts': sha256('a'), 'src/b.ts': sha256('b') };

test('a report is fresh or stale as the sources beside it say', () => {
  const both = `${lcov}SF:src/b.ts\nDA:1,1\nend_of_record\nSF:../y/y.ts\nDA:1,1\nend_of_record\n`;
  const beside = (b: string): Record<string, string> => ({
    'lcov.info': both,
    'sources.json': renderSources({ report: sha256(both), folder: '..', sources: { ...hashes, 'src/b.ts': sha256(b) } }),
  });
  const lines = { 'src/a.ts': '1:1 2:0', 'src/b.ts': '1:1', 'packages/y/y.ts': '1:1' };
  deepEqual(evidence(beside('b')), { ...ofLcov, lines, unknown: null });
  deepEqual(evidence(beside('before')), { ...ofLcov, lines, stale: ['packages/x/src/b.ts'], unknown: null });
});

/** What the door leaves beside a shard: `folder` is where it took its package to lie. */
function door(shard: keyof typeof ran, folder: string, measured: Readonly<Record<string, string>>, lcovOfRun = ran[shard]): Record<string, string> {
  const beside = { [`${shard}/lcov.info`]: lcovOfRun };
  return { ...beside, [`${shard}/sources.json`]: renderSources({ report: sha256(lcovOfRun), folder, sources: measured }) };
}
const ran = {
  one: 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n',
  two: 'SF:src/b.ts\nDA:1,1\nend_of_record\nSF:src/a.ts\nDA:1,2\nDA:2,0\nend_of_record\n',
};
const old = { 'src/a.ts': sha256('before') };

test('each shard is fresh or stale for itself, where it was measured or moved to', () => {
  for (const folder of ['../..', '..']) {
    deepEqual(evidence({ ...shards, ...door('one', folder, hashes), ...door('two', folder, hashes) }), { ...ofShards, unknown: null });
    deepEqual(evidence({ ...shards, ...door('one', folder, old), ...door('two', folder, { ...hashes, ...old }) }), {
      ...ofShards,
      stale: ['packages/x/src/a.ts'],
      unknown: null,
    });
  }
});

test('of a shard that tells of another folder altogether nobody knows', () => {
  deepEqual(evidence({ ...shards, ...door('one', '../..', hashes), ...door('two', '..', { 'packages/x/src/a.ts': sha256('a') }) }), {
    ...ofShards,
    unknown: 'the sources.json beside it was written in another folder',
  });
});

test('what the door saw of one run says nothing of the shard of another', () => {
  deepEqual(evidence({ ...shards, ...door('one', '../..', hashes), ...door('two', '../..', hashes, ran.one) }), {
    ...ofShards,
    unknown: 'the lcov beside it is of another run',
  });
});
