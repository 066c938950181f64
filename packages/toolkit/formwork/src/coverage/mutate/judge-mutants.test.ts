import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { judgeMutants } from './judge-mutants.ts';
import { shownScore, type Asked } from './mutant-findings.ts';
import type { Change, Scope } from './ranges.ts';
import { strykerReportSchema } from './stryker-report.ts';

const source = `export const isAdult = (age: number): boolean => age >= 18;

export const fee = (age: number): number => {
  if (isAdult(age)) {
    return 100;
  }
  return 0;
};
`;

const file = 'src/entities/fee.entity.ts';
const asked: Asked = {
  feature: 'fees',
  folder: 'packages/features/fees',
  score: 80,
  manifest: { file: 'packages/features/fees/src/feature.manifest.ts', line: 3, column: 5 },
};
const whole: Scope = new Map([[file, null]]);

/** A report with these mutants of the source above: where, by what it is replaced, how it fared, and what else is known. */
const reportOf = (...mutants: readonly (readonly [code: string, replacement: string, status: string, more?: object])[]) =>
  strykerReportSchema.parse({
    files: {
      [file]: {
        source,
        mutants: mutants.map(([code, replacement, status, more]) => {
          const [from, to] = [source.indexOf(code), source.indexOf(code) + code.length];
          return { replacement, status, location: { start: placeAt(from), end: placeAt(to) }, ...more };
        }),
      },
    },
    testFiles: {
      'src/bind.test.ts': { tests: [{ id: '0' }] },
      'src/entities/fee.entity.test.ts': { tests: [{ id: '1' }, { id: '2' }] },
      'src/jobs/a.test.ts': { tests: [{ id: '3' }] },
      'src/jobs/b.test.ts': { tests: [{ id: '4' }] },
      'src/jobs/c.test.ts': { tests: [{ id: '5' }] },
    },
  });

const placeAt = (offset: number) => {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: Number(before.at(-1)?.length) + 1 };
};

/** `4-4 in 4-6`. */
const change = (drawn: string): Change => {
  const [from = 0, to = 0, first = 0, last = 0] = Array.from(drawn.matchAll(/\d+/g), Number);
  return { lines: { from, to }, within: { from: first, to: last } };
};

const shown = (verdict: ReturnType<typeof judgeMutants>) =>
  verdict.findings.map(({ code, severity, file: where, line, column, message, fix }) => [
    `${severity} ${code} ${where}:${line}:${column}`,
    message,
    fix,
  ]);

test('what was noticed is counted, and a mutant that runs too long was', () => {
  const report = reportOf(['age >= 18', 'true', 'Killed'], ['18', '19', 'Killed'], ['100', '0', 'Timeout'], ['0;', '1;', 'RuntimeError']);
  deepEqual(judgeMutants(report, whole, asked), {
    counts: { mutants: 4, killed: 2, survived: 0, timeout: 1, noCoverage: 0, ignored: 0, errors: 1 },
    score: 100,
    findings: [],
  });
});

test('a survivor is an error below the score, with its place, its code and the test that should notice it', () => {
  const report = reportOf(
    ['age >= 18', 'age > 18', 'Survived', { coveredBy: ['0', '2'] }],
    ['100', '0', 'NoCoverage'],
    ['18', '19', 'Killed'],
  );
  const verdict = judgeMutants(report, whole, asked);
  deepEqual(verdict.counts, { mutants: 3, killed: 1, survived: 1, timeout: 0, noCoverage: 1, ignored: 0, errors: 0 });
  deepEqual(shown(verdict), [
    [
      'error mutation/survived packages/features/fees/src/entities/fee.entity.ts:1:50',
      'No test notices when `age >= 18` becomes `age > 18`.',
      'Assert in packages/features/fees/src/entities/fee.entity.test.ts what differs then.',
    ],
    [
      'error mutation/no-coverage packages/features/fees/src/entities/fee.entity.ts:5:12',
      'No test runs `100`, so none notices when it becomes `0`.',
      'Run it in packages/features/fees/src/entities/fee.entity.test.ts, and assert what it does.',
    ],
    [
      'error mutation/below-score packages/features/fees/src/feature.manifest.ts:3:5',
      'The tests of fees notice 33.33 % of 3 mutants, and 80 % are asked for.',
      'Strengthen the tests that the survivors name, or lower coverage.mutation.score in the manifest.',
    ],
  ]);
});

test('a survivor is a warning where enough are noticed', () => {
  const report = reportOf(
    ['age >= 18', 'age > 18', 'Survived'],
    ['100', '0', 'Killed'],
    ['18', '19', 'Killed'],
    ['0;', '1;', 'Killed'],
    ['isAdult(age)', 'true', 'Killed'],
  );
  const verdict = judgeMutants(report, whole, asked);
  deepEqual([verdict.score, verdict.findings.map(({ severity, code }) => `${severity} ${code}`)], [80, ['warning mutation/survived']]);
});

for (const [what, coveredBy, named] of [
  ['beside it, where no test is known to run it', [], 'src/entities/fee.entity.test.ts'],
  ['beside it, where others run it too', ['5', '1'], 'src/entities/fee.entity.test.ts'],
  [
    'those that run it, as far as they are told',
    ['4', '3', '4', 'unknown'],
    'src/jobs/a.test.ts, packages/features/fees/src/jobs/b.test.ts',
  ],
  [
    'three of those that run it',
    ['0', '3', '4', '5'],
    'src/bind.test.ts, packages/features/fees/src/jobs/a.test.ts, packages/features/fees/src/jobs/b.test.ts, 1 more',
  ],
] as const) {
  test(`the test that should notice: ${what}`, () => {
    const { findings } = judgeMutants(reportOf(['18', '19', 'Survived', { coveredBy }]), whole, asked);
    deepEqual(findings[0]?.fix, `Assert in packages/features/fees/${named} what differs then.`);
  });
}

test('code over several lines is told on one, and no more of it than can be read', () => {
  const block = source.slice(source.indexOf('{\n  if'), source.indexOf(';\n};') + 3);
  const { findings } = judgeMutants(reportOf([block, `"${'x'.repeat(120)}"`, 'Survived']), whole, asked);
  deepEqual(
    findings[0]?.message,
    `No test notices when \`{ if (isAdult(age)) { return 100; } return 0; }\` becomes \`"${'x'.repeat(98)}…\`.`,
  );
});

for (const [what, changes, expected] of [
  ['all of it is', ['1-8 in 1-8'], 2],
  ['a part of it is', ['4-5 in 4-5'], 1],
  ['a part of it is, and all of it belongs to what changed', ['5-5 in 1-8'], 2],
  ['it ends there', ['6-6 in 4-6'], 1],
  ['it begins there', ['4-4 in 4-6'], 1],
  ['it belongs to what changed, but nothing of it did', ['7-7 in 1-8', '3-3 in 1-8'], 0],
  ['it is in another', ['2-2 in 2-2', '5-5 in 5-5'], 1],
  ['none of it is', ['7-9 in 7-9'], 0],
] as const) {
  test(`mutants count in the lines that are asked about: ${what}`, () => {
    const report = reportOf(
      [source.slice(source.indexOf('{\n    return'), source.indexOf('\n  return 0')), '{}', 'Killed'],
      ['100', '0', 'Killed'],
    );
    deepEqual(judgeMutants(report, new Map([[file, changes.map(change)]]), asked).counts.mutants, expected);
  });
}

test('a file that is not asked about does not count, and no mutant is no score', () => {
  deepEqual(judgeMutants(reportOf(['18', '19', 'Survived']), new Map(), asked), {
    counts: { mutants: 0, killed: 0, survived: 0, timeout: 0, noCoverage: 0, ignored: 0, errors: 0 },
    score: null,
    findings: [],
  });
});

test('a comment that keeps mutants away says why', () => {
  const report = reportOf(
    ['18', '19', 'Ignored', { statusReason: 'Ignored using a comment' }],
    ['100', '0', 'Ignored', { statusReason: 'Law says so' }],
    ['0;', '1;', 'Ignored', { statusReason: '' }],
  );
  const verdict = judgeMutants(report, whole, asked);
  deepEqual([verdict.score, verdict.counts.ignored], [null, 3]);
  deepEqual(shown(verdict), [
    [
      'error mutation/ignored packages/features/fees/src/entities/fee.entity.ts:1:57',
      '`18` is kept from mutants by a comment that gives no reason.',
      'Write the reason behind a colon, `// Stryker disable next-line all: <reason>`, or take the comment away.',
    ],
    [
      'error mutation/ignored packages/features/fees/src/entities/fee.entity.ts:5:14',
      '`0;` is kept from mutants by a comment that gives no reason.',
      'Write the reason behind a colon, `// Stryker disable next-line all: <reason>`, or take the comment away.',
    ],
  ]);
});

test('where no mutant could run, nothing was asked', () => {
  const report = reportOf(
    ['18', '19', 'RuntimeError', { statusReason: 'Cannot load x\n at y' }],
    ['100', '0', 'CompileError', { statusReason: 'Cannot load x' }],
    ['0;', '1;', 'Pending'],
  );
  deepEqual(shown(judgeMutants(report, whole, asked)), [
    [
      'warning mutation/not-run packages/features/fees/src/feature.manifest.ts:3:5',
      'Of 3 mutants of fees none could be run: Cannot load x',
      'See whether the code can be loaded in another form than it has; a mutant that breaks the loading of a module proves nothing.',
    ],
  ]);
});

for (const [score, expected] of [
  [100, '100 %'],
  [79.999, '79.99 %'],
  [200 / 3, '66.66 %'],
] as const) {
  test(`${score} is shown as ${expected}`, () => deepEqual(shownScore(score), expected));
}
