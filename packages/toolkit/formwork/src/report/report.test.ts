import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { finding } from './finding.ts';
import { FormworkError } from './formwork-error.ts';
import { renderJson } from './renderers/json/index.ts';
import { exitOf, report } from './report.ts';

const facts = { code: 'a/b', file: 'x.ts', message: 'Wrong.', fix: 'Right it.' };

test('a finding is at the first character where no place is given, and an error where no severity is', () => {
  deepEqual(finding(facts), { ...facts, severity: 'error', line: 1, column: 1, fingerprint: 'ac85ab5abbf64891' });
});

test('a fingerprint stays while lines move, and tells code, file and message apart', () => {
  const prints = [
    facts,
    { ...facts, line: 9, column: 4, fix: 'Otherwise.', severity: 'warning' as const },
    { ...facts, code: 'a/c' },
    { ...facts, file: 'y.ts' },
    { ...facts, message: 'Wrong' },
  ].map((some) => finding(some).fingerprint);
  deepEqual([prints[0] === prints[1], new Set(prints).size], [true, 4]);
});

test('only errors fail, and missing evidence is neither pass nor fail', () => {
  const rows = [
    [[], false, 'pass', 0],
    [['warning', 'pending'], false, 'pass', 0],
    [['warning', 'error'], false, 'fail', 1],
    [[], true, 'error', 2],
    [['error'], true, 'error', 2],
  ] as const;
  deepEqual(
    rows.map(([severities, evidenceMissing]) => {
      const findings = severities.map((severity) => finding({ ...facts, severity }));
      const { status } = report({ gate: 'g', inspected: {}, durationMs: 0, findings, evidenceMissing });
      return [severities, evidenceMissing, status, exitOf(status)];
    }),
    rows,
  );
});

test('findings are in the order of file, line, column, code and message, and what was found twice is told once', () => {
  const places = [
    { ...facts, file: 'b.ts' },
    { ...facts, line: 2, column: 1 },
    { ...facts, line: 1, column: 2 },
    { ...facts, code: 'a/c' },
    { ...facts, message: 'Worse.' },
    facts,
    facts,
  ];
  const { findings } = report({ gate: 'g', inspected: {}, durationMs: 1.6, findings: places.map(finding) });
  deepEqual(
    findings.map(({ file, line, column, code, message }) => `${file} ${line} ${column} ${code} ${message}`),
    [
      'b.ts 1 1 a/b Wrong.',
      'x.ts 1 1 a/b Worse.',
      'x.ts 1 1 a/b Wrong.',
      'x.ts 1 1 a/c Wrong.',
      'x.ts 1 2 a/b Wrong.',
      'x.ts 2 1 a/b Wrong.',
    ],
  );
});

test('the JSON of a report is the report', () => {
  const pass = report({ gate: 'gates', inspected: { files: 0 }, durationMs: 1.6, note: 'Nothing changed.', findings: [] });
  equal(renderJson(pass), `${JSON.stringify(pass, null, 2)}\n`);
  deepEqual(pass, {
    schema: 'formwork/report@1',
    gate: 'gates',
    status: 'pass',
    base: null,
    inspected: { files: 0 },
    durationMs: 2,
    note: 'Nothing changed.',
    findings: [],
  });
});

test('an expected error says what to do next, and where', () => {
  const cause = new Error('ENOENT');
  const bare = new FormworkError({ code: 'a/b', message: 'Wrong.', fix: 'Right it.' });
  const placed = new FormworkError({ code: 'a/b', message: 'Wrong.', fix: 'Right it.', file: 'x.ts', line: 3, column: 4, cause });
  deepEqual(
    [bare, placed].map(({ name, code, message, fix, file, line, column, cause: because }) => ({
      name,
      code,
      message,
      fix,
      file,
      line,
      column,
      because,
    })),
    [
      { name: 'FormworkError', code: 'a/b', message: 'Wrong.', fix: 'Right it.', file: '.', line: 1, column: 1, because: undefined },
      { name: 'FormworkError', code: 'a/b', message: 'Wrong.', fix: 'Right it.', file: 'x.ts', line: 3, column: 4, because: cause },
    ],
  );
});
