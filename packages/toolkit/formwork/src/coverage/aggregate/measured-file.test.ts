import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { FileCoverage } from '../lcov/merged.ts';
import { recordRenderer } from '../lcov/render-record.ts';
import { addRecords, coverageIn, mergeFiles, type MeasuredFile, type MeasuredFiles } from './measured-file.ts';

const one: FileCoverage = {
  lines: { numbers: [1, 2], hits: [1, 0] },
  functions: [{ name: 'a', line: 1, hits: 1 }],
  branches: [{ line: 2, block: '0', branch: '0', taken: null }],
};
const other: FileCoverage = { ...one, lines: { numbers: [2, 3], hits: [4, 0] }, functions: [{ name: 'a', line: 1, hits: 2 }] };
const both: FileCoverage = { ...one, lines: { numbers: [1, 2, 3], hits: [1, 4, 0] }, functions: [{ name: 'a', line: 1, hits: 3 }] };

const renderer = recordRenderer();

function gathered(...records: readonly { readonly file: string; readonly record: FileCoverage }[]): MeasuredFiles {
  const files = new Map<string, MeasuredFile>();
  addRecords(records, files, renderer);
  return files;
}

function told(files: MeasuredFiles): unknown {
  return [...files].map(([file, measured]) => [
    file,
    coverageIn(measured).map(({ lines, functions, branches }) => ({ lines, functions, branches })),
    measured.counts.lines,
  ]);
}

test('records of one file are one, in the order they come', () => {
  const records = [
    { file: 'b.ts', record: one },
    { file: 'a.ts', record: one },
    { file: 'b.ts', record: other },
  ];
  deepEqual(told(gathered(...records)), [
    ['b.ts', [both], { found: 3, hit: 2 }],
    ['a.ts', [one], { found: 2, hit: 1 }],
  ]);
});

test('what several reports say adds up, and its statements are not known', () => {
  const first = gathered({ file: 'a.ts', record: one });
  const second = gathered({ file: 'a.ts', record: other });
  const known = new Map(
    [...first].map(([file, measured]) => [file, { ...measured, counts: { ...measured.counts, statements: { found: 2, hit: 1 } } }]),
  );
  deepEqual(mergeFiles([known], renderer), known);
  deepEqual(told(mergeFiles([known, second], renderer)), [['a.ts', [both], { found: 3, hit: 2 }]]);
  deepEqual(mergeFiles([known, second], renderer).get('a.ts')?.counts.statements, null);
});
