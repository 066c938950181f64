import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { bothPictures, covered, drawn } from '../testing/draw-judged.ts';
import type { FileEvidence } from './judge-evidence.ts';
import { judgeSource, paintSource } from './judge-source.ts';

const nothingAllowed = { file: () => false, line: () => false };
const known = (records: string, freshness: FileEvidence['freshness'] = 'unknown'): FileEvidence => ({
  coverage: covered(records.split(' ')),
  istanbul: [],
  doubtful: null,
  freshness,
});

/** What is said of a file: the lines that have changed, its text and its report. */
function said(changed: readonly number[], text: string, evidence: FileEvidence | null, file = 'a.ts'): unknown {
  const { findings, hints, lines, isWithoutCode } = judgeSource({ file, lines: new Set(changed), text }, evidence, nothingAllowed);
  return {
    findings: findings.map(({ line, code, message }) => `${line} ${code.replace('coverage/', '')}: ${message}`),
    hints: hints.map(({ line, tool, reason }) => `${line} ${tool} ${reason}`),
    lines,
    isWithoutCode,
  };
}

const looksAway = (line: number, tool: string): string =>
  `${line} ignore-without-reason: A comment tells ${tool} to look away from what has changed, and does not say why.`;

const ignoring = 'a();\n/* v8 ignore next */\nb();\n/* c8 ignore start -- only there */\nc();\n// words\n/* c8 ignore stop */\nd();\n';

for (const [what, changed, records, expected] of [
  ['a hint that has changed, without a reason', [2], 'DA:1,1 DA:8,1', { findings: [looksAway(2, 'v8')], hints: ['2 v8 null'], lines: 0, isWithoutCode: true }],
  ['what it is about has changed', [3], 'DA:1,1 DA:8,1', { findings: [looksAway(2, 'v8')], hints: ['2 v8 null'], lines: 1, isWithoutCode: false }],
  ['a reason excuses silence', [5], 'DA:1,1 DA:8,1', { findings: [], hints: ['4 c8 only there'], lines: 1, isWithoutCode: false }],
  [
    'it excuses no count of zero',
    [5],
    'DA:1,1 DA:5,0 DA:8,1',
    { findings: ["5 uncovered: No test runs 'c();'."], hints: ['4 c8 only there'], lines: 1, isWithoutCode: false },
  ],
  ['words in the region', [6], 'DA:1,1', { findings: [], hints: [], lines: 0, isWithoutCode: true }],
  ['the end of the region', [7], 'DA:1,1', { findings: [], hints: ['4 c8 only there'], lines: 0, isWithoutCode: true }],
  ['what lies beside', [1, 8], 'DA:1,1 DA:8,1', { findings: [], hints: [], lines: 2, isWithoutCode: false }],
  [
    'a report of another text: what it leaves out says nothing',
    [2, 3],
    'DA:1,1 DA:90,1',
    {
      findings: ['3 stale: a.ts has changed, and its coverage report is of another text.'],
      hints: ['2 v8 null'],
      lines: 0,
      isWithoutCode: false,
    },
  ],
] as const) {
  test(`hints: ${what}`, () => deepEqual(said(changed, ignoring, known(records)), expected));
}

for (const [what, file, text, expected] of [
  ['that is parsed', 'a.ts', 'a();\nb();\nc();\n', ["2 uncovered: No test runs 'b();'."]],
  ['that is not', 'a.ts', 'a(;\nb();\n c();\n', ["2 uncovered: No test runs 'b();'.", "3 uncovered: No test runs 'c();'."]],
  ['in another language', 'a.vue', 'a();\nb();\nc();\n', ["2 uncovered: No test runs 'b();'."]],
] as const) {
  test(`of two forms that tell different counts, each is asked of a text ${what}`, () => {
    const told = [1, 2].map((line) => ({ start: { line, column: 0 }, hits: 2 - line }));
    const evidence = { ...known('DA:1,3 DA:2,3 DA:3,3'), doubtful: { statements: told, branches: [], functions: [] } };
    deepEqual(said([1, 2, 3], text, evidence, file), { findings: expected, hints: [], lines: 3, isWithoutCode: false });
  });
}

test('hints: in a file that no report knows they are told too', () => {
  deepEqual(said([3, 8], ignoring, null), {
    findings: [looksAway(2, 'v8'), '8 no-coverage-data: a.ts has changed, and no coverage report knows it.'],
    hints: ['2 v8 null'],
    lines: 0,
    isWithoutCode: false,
  });
  deepEqual(said([2], '/* istanbul ignore file -- is generated */\na();\n', null), {
    findings: [],
    hints: ['1 istanbul is generated'],
    lines: 0,
    isWithoutCode: false,
  });
});

test('what cannot be parsed: a line goes on with what has changed too, or nobody knows', () => {
  const text = 'a();\n  b\nconst = c;\n  d\n  e\n';
  deepEqual(said([2, 3, 4], text, known('DA:1,1 DA:3,1')), {
    findings: ["2 no-coverage-data: The coverage report of a.ts says nothing of 'b'."],
    hints: [],
    lines: 3,
    isWithoutCode: false,
  });
});

test('hints: in what cannot be parsed, all that looks like a comment is one', () => {
  const text = 'const = a;\n// v8 ignore next 2\nb();\n/* c8 ignore start\n  -- because */\nc();\n/* v8 ignore */\n';
  deepEqual(said([2, 3, 6, 7], text, known('DA:3,1 DA:6,1')), {
    findings: [looksAway(2, 'v8')],
    hints: ['2 v8 null', '4 c8 because'],
    lines: 2,
    isWithoutCode: false,
  });
});

for (const [what, file, drawing, more, freshness] of [
  ['a language that is none of ours', 'a.vue', 'c 1 | a\np 1 | b\nu 0 | c\n.   | d\n. 0 |\n. 0 | }', 'BRDA:2,0,0,0', 'fresh'],
  [
    'what cannot be parsed, and is what was measured: a line goes on with the last that is counted',
    'a.ts',
    `
      s   | import a from 'b';
      c 1 | const = a;
      c   |   b
      .   | // words
      .   |  * words
      .   | /* words */
      c   | /* words */ c
      .   | }
      u 0 | d(
      u   |   e,
      .   | );
      p 1 | f && g();
      c   | *h() {
    `,
    'BRDA:12,0,0,1 BRDA:12,0,1,0',
    'fresh',
  ],
  [
    'what cannot be parsed, and may be another text',
    'a.mjs',
    `
      s   | import a from 'b';
      c 1 | const = a;
      c   |   b
      u 0 | d(
      u   |   e,
      .   | );
    `,
    '',
    'unknown',
  ],
  ['JavaScript with types or JSX, or that returns', 'a.js', 'c 1 | const a: number = <b>{c}</b>;\n.   | type d = 1;\nu 0 | e();', '', 'unknown'],
  ['CommonJS that returns', 'a.js', 'c 1 | if (a) return;\nu 0 | with (b) c();', '', 'unknown'],
] as const) {
  test(`by the report: ${what}`, () => equal(...bothPictures(drawing, file, drawn(drawing, more, { freshness }))));
}

test('the whole of a file can be painted: what no report knows, what is stale, what cannot be read', () => {
  for (const [freshness, kind] of [
    ['stale', 'stale'],
    ['unknown', 'no-coverage-data'],
  ] as const) {
    const painted = paintSource({ file: 'a.ts', text: 'a();\n// words\nb();' }, freshness === 'stale' ? known('DA:1,1', 'stale') : null);
    deepEqual(
      [...painted],
      [
        [1, kind],
        [3, kind],
      ],
    );
  }
  deepEqual([...paintSource({ file: 'a.ts', text: null }, known('DA:1,1'))], []);
});

test('a report that speaks of lines that are not there is of another text: functions and branches too', () => {
  for (const records of ['DA:1,1 DA:4,1', 'DA:1,1 FN:4,f', 'DA:1,1 BRDA:4,0,0,1']) {
    deepEqual([...paintSource({ file: 'a.ts', text: 'a();\nb();\n' }, known(records, 'fresh')).values()], ['stale', 'stale']);
  }
});

test('a finding says what was not run, which way, and what to do', () => {
  const text = `const a = () => b;\nif (c) { d(); } else { ${'e'.repeat(90)}(); }\nf(() => {\n  g(); }, () => h());\ni ? j : 'k';\n`;
  const evidence = known('DA:1,1 DA:2,1 DA:3,1 DA:4,1 DA:5,1 FN:1,a FNDA:0,a FN:3,b FN:4,c FNDA:1,b FNDA:0,c BRDA:2,0,0,0 BRDA:2,0,1,0 BRDA:5,1,0,1 BRDA:5,1,1,0 BRDA:5,2,0,0');
  const { findings } = judgeSource({ file: 'a.ts', lines: new Set([1, 2, 4, 5]), text }, evidence, nothingAllowed);
  deepEqual(
    findings.map(({ line, message, fix }) => [line, message, fix]),
    [
      [1, "No test runs 'b' in 'const a = () => b;'.", 'Write a test that runs it, or remove it; then run the tests again with --coverage.'],
      [
        2,
        `Tests run 'if (c) { d(); } else { ${'e'.repeat(56)}…', but its condition never holds, and its condition always holds.`,
        'Write a test that goes that way, or remove it; then run the tests again with --coverage.',
      ],
      [4, "No test runs 'h()' in 'g(); }, () => h());'.", 'Write a test that runs it, or remove it; then run the tests again with --coverage.'],
      [
        5,
        "Tests run 'i ? j : 'k';', but they never take ''k'', and they do not take every way through it.",
        'Write a test that goes that way, or remove it; then run the tests again with --coverage.',
      ],
    ],
  );
});
