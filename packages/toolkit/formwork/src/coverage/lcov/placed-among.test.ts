import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import { placedAmong } from './placed-among.ts';
import { readNamedReport } from './reports.ts';
import { recordPlaces } from './scan.ts';

const paths = ['packages/x/src/index.ts', 'packages/y/src/index.ts', 'packages/x/src/other.ts', 'top.ts', 'x/top.ts'];
const sources = Object.fromEntries(paths.map((path) => [path, '']));

function among(files: readonly string[], text: string, at = 'packages/x/coverage/lcov.info') {
  const machine = fakeMachine({ files: { ...sources, [at]: text } });
  const looked: string[] = [];
  const kind: FakeMachine['files']['kind'] = (path) => {
    looked.push(path);
    return machine.files.kind(path);
  };
  const where = { machine: { ...machine, files: { ...machine.files, kind } }, root: '/repo' };
  const report = readNamedReport(`/repo/${at}`, where);
  looked.length = 0;
  const { placed, elsewhere } = placedAmong(report, recordPlaces(report.chunks, at), new Set(files), where);
  return { placed: placed.map(({ file, record }) => `${file} ${record.lines.numbers.join()}`), elsewhere: [...elsewhere], looked };
}

const record = (source: string, line: number): string => `SF:${source}\nDA:${line},1\nend_of_record\n`;

test('only the records of these files are read, each under its file', () => {
  const names = ['src/index.ts', 'src/other.ts', '../y/src/index.ts', '/repo/packages/x/src/index.ts'];
  const text = names.map((name, index) => record(name, index + 1));
  const { placed, elsewhere } = among(['packages/x/src/index.ts', 'packages/x/src/gone.ts'], text.join(''));
  deepEqual({ placed, elsewhere }, { placed: ['packages/x/src/index.ts 1', 'packages/x/src/index.ts 4'], elsewhere: [] });
});

test('a name may be escaped', () => {
  deepEqual(among(['top.ts'], record('file:///repo/%74op.ts', 1)).placed, ['top.ts 1']);
});

test('the disk is not asked about sources of other names', () => {
  const others = Array.from({ length: 500 }, (_, index) => record(`src/other-${index}.ts`, 1)).join('');
  deepEqual(among(['packages/x/src/index.ts'], `${others}${record('C:\\build\\src\\other.ts', 1)}`), {
    placed: [],
    elsewhere: [],
    looked: ['/repo'],
  });
});

test('sources elsewhere that are called like a file, and their folder like its folder, are told', () => {
  const text = [
    record('/build/packages/x/src/index.ts', 1),
    record('C:\\build\\src\\index.ts', 2),
    record('/build/lib/index.ts', 3),
    record('index.ts', 4),
    record('../y/src/index.ts', 5),
    record('/build/top.ts', 6),
    record('/build/x/top.ts', 6),
  ].join('');
  deepEqual(among(['packages/x/src/index.ts', 'top.ts'], text).elsewhere, [
    ['packages/x/src/index.ts', ['/build/packages/x/src/index.ts', 'C:\\build\\src\\index.ts']],
  ]);
});

test('lcov/ambiguous-source only where it could be one of these files', () => {
  const text = record('src/index.ts', 1);
  const at = 'packages/x/lcov.info';
  const files = { 'src/index.ts': '', 'packages/x/src/index.ts': '', [at]: text };
  const where = { machine: fakeMachine({ files }), root: '/repo' };
  const report = readNamedReport(`/repo/${at}`, where);
  const records = recordPlaces(report.chunks, at);
  throws(() => placedAmong(report, records, new Set(['src/index.ts']), where), { code: 'lcov/ambiguous-source', file: at });
  deepEqual(placedAmong(report, records, new Set(['lib/index.ts']), where), { placed: [], elsewhere: new Map() });
});

test('where a file is ambiguous, all that the report names decides', () => {
  const at = 'packages/x/lcov.info';
  const text = [record('src/index.ts', 1), record('src/own.ts', 2)].join('');
  const files = { 'src/index.ts': '', 'packages/x/src/index.ts': '', 'packages/x/src/own.ts': '', [at]: text };
  const where = { machine: fakeMachine({ files }), root: '/repo' };
  const report = readNamedReport(`/repo/${at}`, where);
  const { placed } = placedAmong(report, recordPlaces(report.chunks, at), new Set(['packages/x/src/index.ts', 'src/index.ts']), where);
  deepEqual(placed.map(({ file }) => file), ['packages/x/src/index.ts']);
});

test('what is wrong in a record that is wanted is told by its line in the whole report', () => {
  const text = `${record('src/other.ts', 1)}TN:\n${record('src/index.ts', 0)}`;
  throws(() => among(['packages/x/src/index.ts'], text), { code: 'lcov/corrupt', line: 6 });
  deepEqual(among(['packages/x/src/other.ts'], text).placed, ['packages/x/src/other.ts 1']);
});
