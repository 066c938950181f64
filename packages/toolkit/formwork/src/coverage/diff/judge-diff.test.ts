import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../report/finding.ts';
import { allowing, type Allowed } from './allowlist.ts';
import { judgeDiff } from './judge-diff.ts';
import type { Coverage } from '../lcov/merged.ts';
import { uncoveredIn } from './uncovered.ts';

const code = 'const a = 1;\n// words\nexport const b = () => {\n  never();\n};\n';
const types = 'export type A = 1;\nexport type B = 2;\n';

/** Line and hits, as a report has them. */
function measured(files: Readonly<Record<string, Readonly<Record<number, number>>>>): Coverage {
  return new Map(
    Object.entries(files).map(([file, lines]) => [
      file,
      { lines: { numbers: Object.keys(lines).map(Number), hits: Object.values(lines) }, functions: [], branches: [] },
    ]),
  );
}

type Row = {
  readonly changed: readonly number[];
  readonly text: string | null;
  readonly lines?: Readonly<Record<number, number>>;
  readonly allowed?: Omit<Allowed, 'reason'>;
  readonly says: readonly string[];
  readonly looked?: { readonly lines?: number; readonly withoutCode?: number; readonly allowed?: number };
};

const rows: Readonly<Record<string, Row>> = {
  'a line that is run': { changed: [1], text: code, lines: { 1: 3, 4: 0 }, says: [], looked: { lines: 1 } },
  'a line that is not run': {
    changed: [1, 4],
    text: code,
    lines: { 1: 3, 4: 0 },
    says: ["4 uncovered No test runs 'never();'."],
    looked: { lines: 2 },
  },
  'words in a file that no report knows': { changed: [2, 5], text: code, says: [], looked: { withoutCode: 1 } },
  'words and a bracket that a report counts as not run': {
    changed: [2, 4, 5],
    text: code,
    lines: { 2: 0, 4: 0, 5: 0 },
    says: ["4 uncovered No test runs 'never();'."],
    looked: { lines: 3 },
  },
  'words in a file that a report knows': { changed: [2], text: code, lines: { 1: 3, 4: 0 }, says: [], looked: { withoutCode: 1 } },
  'a statement that the report of its file does not know': {
    changed: [4],
    text: code,
    lines: { 1: 3, 3: 1 },
    says: ['4 stale a.ts has changed, and its coverage report is of another text.'],
  },
  'a statement that is not known, in a file that is allowed': {
    changed: [4],
    text: code,
    lines: { 1: 3 },
    allowed: { file: '*.ts' },
    says: [],
    looked: { allowed: 1 },
  },
  'a line on which a statement goes on': { changed: [2], text: 'call({\n  a: 1,\n});\n', lines: { 1: 1 }, says: [] },
  'a directive, of which tools do not speak': { changed: [1], text: "'use client';\ncall();\n", lines: { 2: 1 }, says: [] },
  'a line that is not known in a file that cannot be parsed': { changed: [1], text: 'call((;\n', lines: { 2: 1 }, says: [] },
  'a report that goes on past the end of the file': {
    changed: [1],
    text: code,
    lines: { 1: 3, 7: 1 },
    says: ['1 stale a.ts has changed, and its coverage report is of another text.'],
  },
  'a file that no report knows': {
    changed: [4, 3],
    text: code,
    says: ['3 no-coverage-data a.ts has changed, and no coverage report knows it.'],
  },
  'a file that no report knows and that cannot be read': {
    changed: [1],
    text: null,
    says: ['1 no-coverage-data a.ts has changed, and no coverage report knows it.'],
  },
  'types that no report knows': { changed: [1, 2], text: types, says: [], looked: { withoutCode: 1 } },
  'types whose every line a report counts as not run': {
    changed: [1, 2],
    text: types,
    lines: { 1: 0, 2: 0 },
    says: [],
    looked: { withoutCode: 1 },
  },
  'a line that is not run in a file that cannot be read': {
    changed: [4],
    text: null,
    lines: { 4: 0 },
    says: ["4 uncovered No test runs ''."],
    looked: { lines: 1 },
  },
  'a file that is allowed': { changed: [1], text: code, allowed: { file: '*.ts' }, says: [], looked: { allowed: 1 } },
  'a line that is allowed': {
    changed: [3, 4],
    text: code,
    lines: { 3: 0, 4: 0 },
    allowed: { file: 'a.ts', match: 'never();' },
    says: ["3 uncovered No test runs 'export const b = () => {'."],
    looked: { lines: 2, allowed: 1 },
  },
  'an allowed line makes no file known': {
    changed: [4],
    text: code,
    allowed: { file: 'a.ts', match: 'never();' },
    says: ['4 no-coverage-data a.ts has changed, and no coverage report knows it.'],
  },
};

for (const [what, { changed, text, lines, allowed, says, looked }] of Object.entries(rows)) {
  test(`changed: ${what}`, () => {
    const allows = allowing({
      file: 'policy.mjs',
      entries: allowed === undefined ? [] : [{ ...allowed, reason: 'r', line: 1, column: 1 }],
    });
    const { findings, ...rest } = judgeDiff(
      [{ file: 'a.ts', lines: new Set(changed), text }],
      measured(lines === undefined ? {} : { 'a.ts': lines }),
      allows,
    );
    deepEqual(
      findings.map(({ code: said, line, message }) => `${line} ${said.replace('coverage/', '')} ${message}`),
      says,
    );
    deepEqual(rest, { lines: 0, withoutCode: 0, allowed: 0, ...looked });
  });
}

test('several files add up, and what is uncovered is rendered from the findings', () => {
  const { findings, ...looked } = judgeDiff(
    [
      { file: 'a.ts', lines: new Set([1, 4]), text: code },
      { file: 'b.ts', lines: new Set([1]), text: code },
      { file: 'c.ts', lines: new Set([1]), text: types },
    ],
    measured({ 'a.ts': { 1: 0, 4: 0 } }),
    allowing({ file: '.', entries: [] }),
  );
  deepEqual(looked, { lines: 2, withoutCode: 1, allowed: 0 });
  deepEqual(uncoveredIn([...findings, finding({ code: 'coverage/allowlist-unused', file: 'a.ts', message: 'm', fix: 'f' })]), [
    { file: 'a.ts', line: 1, kind: 'uncovered' },
    { file: 'a.ts', line: 4, kind: 'uncovered' },
    { file: 'b.ts', line: 1, kind: 'no-coverage-data' },
  ]);
});
