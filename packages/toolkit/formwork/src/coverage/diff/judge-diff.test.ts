import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../report/finding.ts';
import { nothingAllowed, type Allowed } from './allowlist.ts';
import { allowing } from './match-allowlist.ts';
import type { FileEvidence } from './judge-evidence.ts';
import { judgeDiff } from './judge-diff.ts';
import { uncoveredIn } from './uncovered.ts';

const code = 'const a = 1;\n// words\nexport const b = () => {\n  never();\n};\n';
const types = 'export type A = 1;\nexport type B = 2;\n';

/** Line and hits, as a report has them. */
function measured(lines: Readonly<Record<number, number>>, freshness: FileEvidence['freshness'] = 'unknown'): FileEvidence {
  const numbers = Object.keys(lines).map(Number);
  return { coverage: { lines: { numbers, hits: Object.values(lines) }, functions: [], branches: [] }, istanbul: [], doubtful: null, freshness };
}

type Row = {
  readonly changed: readonly number[];
  readonly text: string | null;
  readonly lines?: Readonly<Record<number, number>>;
  readonly freshness?: FileEvidence['freshness'];
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
    looked: { lines: 1 },
  },
  'words in a file that a report knows': { changed: [2], text: code, lines: { 1: 3, 4: 0 }, says: [], looked: { withoutCode: 1 } },
  'blank lines alone': { changed: [2], text: 'a();\n\n', lines: { 1: 3 }, says: [], looked: { withoutCode: 1 } },
  'a statement that the report of its file does not know': {
    changed: [4],
    text: code,
    lines: { 1: 3, 3: 1 },
    says: ["4 no-coverage-data The coverage report of a.ts says nothing of 'never();'."],
    looked: { lines: 1 },
  },
  'a statement that is not known, in a file that is allowed': {
    changed: [4],
    text: code,
    lines: { 1: 3 },
    allowed: { file: '*.ts' },
    says: [],
    looked: { lines: 1, allowed: 1 },
  },
  'a file that no report knows': {
    changed: [1, 4],
    text: code,
    says: ['1 no-coverage-data a.ts has changed, and no coverage report knows it.'],
  },
  'a file that no report knows, but for types': { changed: [1, 2], text: types, says: [], looked: { withoutCode: 1 } },
  'a file that was measured as another text': {
    changed: [2, 4],
    text: code,
    lines: { 4: 1 },
    freshness: 'stale',
    says: ['4 stale a.ts has changed, and its coverage report is of another text.'],
  },
  'words in a file that was measured as another text': {
    changed: [2],
    text: code,
    lines: { 4: 1 },
    freshness: 'stale',
    says: [],
    looked: { withoutCode: 1 },
  },
  'a report that goes beyond the end, whatever is said of its age': {
    changed: [1],
    text: code,
    lines: { 1: 3, 7: 1 },
    freshness: 'fresh',
    says: ['1 stale a.ts has changed, and its coverage report is of another text.'],
  },
  'a stale file that is allowed': {
    changed: [1],
    text: code,
    lines: { 1: 1 },
    freshness: 'stale',
    allowed: { file: 'a.ts' },
    says: [],
    looked: { allowed: 1 },
  },
  'a report that counts the line behind the last': { changed: [1], text: code, lines: { 1: 3, 6: 1 }, says: [], looked: { lines: 1 } },
  'a line that is not run in a file that cannot be read': {
    changed: [4, 5],
    text: null,
    lines: { 4: 0 },
    says: ["4 uncovered No test runs ''."],
    looked: { lines: 1 },
  },
  'a file that cannot be read, of which the report knows no changed line': {
    changed: [4, 5],
    text: null,
    lines: { 3: 1 },
    says: ["4 no-coverage-data The coverage report of a.ts says nothing of ''."],
    looked: { lines: 1 },
  },
  'a file that cannot be read and is in no report': {
    changed: [4, 5],
    text: null,
    says: ['4 no-coverage-data a.ts has changed, and no coverage report knows it.'],
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

for (const [what, { changed, text, lines, freshness, allowed, says, looked }] of Object.entries(rows)) {
  test(`changed: ${what}`, async () => {
    const allows = allowing({
      file: 'policy.mjs',
      entries: allowed === undefined ? [] : [{ ...allowed, reason: 'r', line: 1, column: 1 }],
    });
    const evidence = lines === undefined ? null : measured(lines, freshness);
    const { findings, ...rest } = await judgeDiff([{ file: 'a.ts', lines: new Set(changed), text }], () => evidence, allows);
    deepEqual(
      findings.map(({ code: said, line, message }) => `${line} ${said.replace('coverage/', '')} ${message}`),
      says,
    );
    deepEqual(rest, { hints: [], lines: 0, withoutCode: 0, allowed: 0, ...looked });
  });
}

test('several files add up, and what is uncovered is rendered from the findings', async () => {
  const { findings, ...looked } = await judgeDiff(
    [
      { file: 'a.ts', lines: new Set([1, 4]), text: code },
      { file: 'b.ts', lines: new Set([1]), text: code },
      { file: 'c.ts', lines: new Set([1]), text: types },
      { file: 'd.ts', lines: new Set([1, 2]), text: 'd();\n// v8 ignore next\ne();\n' },
    ],
    (file) => ({ 'a.ts': measured({ 1: 0, 4: 0 }), 'd.ts': measured({ 1: 1 }) })[file] ?? null,
    allowing(nothingAllowed),
  );
  deepEqual(looked, { hints: [{ file: 'd.ts', line: 2, tool: 'v8', reason: null }], lines: 3, withoutCode: 1, allowed: 0 });
  deepEqual(uncoveredIn([...findings, finding({ code: 'coverage/allowlist-unused', file: 'a.ts', message: 'm', fix: 'f' })]), [
    { file: 'a.ts', line: 1, kind: 'uncovered' },
    { file: 'a.ts', line: 4, kind: 'uncovered' },
    { file: 'b.ts', line: 1, kind: 'no-coverage-data' },
  ]);
});
