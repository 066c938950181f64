import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { ChangedFile } from '../changes/changed-file.ts';
import type { Coverage, FileCoverage } from '../lcov/merged.ts';
import { lostFindings, lostLines } from './lost.ts';

/** Hits by line, from 1: `1 0 - 2`; a dash is a line of which the report knows nothing. */
function drawn(picture: string): FileCoverage {
  const known = picture.split(' ').flatMap((hits, index) => (hits === '-' ? [] : [{ line: index + 1, hits: Number(hits) }]));
  return { lines: { numbers: known.map(({ line }) => line), hits: known.map(({ hits }) => hits) }, functions: [], branches: [] };
}

const coverage = (files: Readonly<Record<string, string>>): Coverage =>
  new Map(Object.entries(files).map(([file, picture]) => [file, drawn(picture)]));

const rows: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly ChangedFile[], readonly string[]])[] = [
  ['nobody touched the file', { 'a.ts': '1 1 0 - 3' }, { 'a.ts': '1 0 0 0 0' }, [], ['a.ts:2 1', 'a.ts:5 1']],
  ['neighbours are one', { 'a.ts': '1 1 1' }, { 'a.ts': '0 0 0' }, [], ['a.ts:1 3']],
  ['what is run now is not lost', { 'a.ts': '1 1' }, { 'a.ts': '2 2' }, [], []],
  ['the base did not know the file', { 'b.ts': '1' }, { 'a.ts': '0' }, [], []],
  [
    'two lines were put before it, and one that changed is asked elsewhere',
    { 'a.ts': '1 1 1' },
    { 'a.ts': '0 0 0 0 0' },
    [{ file: 'a.ts', from: 'a.ts', lines: new Set([1, 2, 4]), hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 2 }, { oldStart: 2, oldCount: 1, newStart: 4, newCount: 1 }] }],
    ['a.ts:3 1', 'a.ts:5 1'],
  ],
  ['the file has moved', { 'old.ts': '1 1' }, { 'a.ts': '1 0' }, [{ file: 'a.ts', from: 'old.ts', lines: new Set(), hunks: [] }], ['a.ts:2 1']],
  ['the file is new under an old name', { 'a.ts': '1' }, { 'a.ts': '0' }, [{ file: 'a.ts', from: null, lines: new Set([1]), hunks: [] }], []],
];

for (const [what, before, now, changed, expected] of rows) {
  test(`lost coverage: ${what}`, () => {
    const lost = lostLines(coverage(before), coverage(now), changed);
    deepEqual(
      lost.map(({ file, first, count }) => `${file}:${first} ${count}`),
      expected,
    );
  });
}

test('what was lost is a warning at its first line, and quotes it', () => {
  const lost = [
    { file: 'a.ts', first: 2, count: 1 },
    { file: 'a.ts', first: 4, count: 2 },
  ];
  deepEqual(
    lostFindings(lost, () => ['one();', '  two();', '', 'four();', 'five();']).map(({ severity, code, line, message }) => [severity, code, line, message]),
    [
      ['warning', 'coverage/lost', 2, "'two();' was run by a test at the base and by none now, though nobody touched it."],
      ['warning', 'coverage/lost', 4, "2 lines from 'four();' on were run by a test at the base and by none now, though nobody touched them."],
    ],
  );
});
