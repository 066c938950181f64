import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../report/finding.ts';
import { report, type Report } from '../report/report.ts';
import { renderVerdict } from './render-verdict.ts';
import { verdict } from './verdict.ts';

const draft = finding({
  code: 'pending/draft',
  severity: 'pending',
  file: 'packages/features/billing/src/feature.manifest.ts',
  line: 5,
  column: 7,
  message: 'billing.createBilling is a draft.',
  fix: 'Implement it.',
});
const bad = finding({
  code: 'typescript/TS2322',
  file: 'packages/a/src/a.ts',
  line: 3,
  column: 14,
  message: "Type 'string' is not assignable to type 'number'.",
  fix: 'Make them agree.',
});
const odd = finding({
  ...bad,
  line: 4,
  code: 'eslint/no-console',
  severity: 'warning',
  message: 'Unexpected console statement',
  fix: 'Take it out.',
});

const gate = (id: string, facts: Partial<Parameters<typeof report>[0]> = {}): Report =>
  report({ gate: id, inspected: { packages: 2, cached: 1 }, durationMs: 1234, findings: [], ...facts });

test('a table, the findings, the drafts, one sentence', () => {
  const text = renderVerdict(
    verdict('a'.repeat(40), [
      gate('typecheck', { findings: [bad] }),
      gate('lint', { findings: [odd, finding({ ...odd, line: 5 })] }),
      gate('conformance', { findings: [draft], inspected: { features: 3 }, durationMs: 20 }),
    ]),
    { color: false },
  );
  equal(
    text,
    `gate         status  findings    time   inspected
typecheck    fail    1 error     1.2 s  2 packages, 1 cached
lint         pass    2 warnings  1.2 s  2 packages, 1 cached
conformance  pass    1 pending   0.0 s  3 features

packages/a/src/a.ts:3:14  error    typescript/TS2322
  Type 'string' is not assignable to type 'number'.
  fix: Make them agree.

packages/a/src/a.ts:4-5   warning  eslint/no-console
  Unexpected console statement
  fix: Take it out.

pending
  packages/features/billing/src/feature.manifest.ts:5:7  billing.createBilling is a draft.

Failed: typecheck.
`,
  );
});

for (const [gates, last] of [
  [[gate('lint')], 'The gate passed.'],
  [[gate('lint'), gate('test')], 'All 2 gates passed.'],
  [[gate('lint'), gate('conformance', { findings: [draft] })], 'All 2 gates passed, and 1 draft is pending.'],
  [
    [gate('lint'), gate('conformance', { findings: [draft, finding({ ...draft, line: 9 })] })],
    'All 2 gates passed, and 2 drafts are pending.',
  ],
  [[gate('lint', { findings: [bad] }), gate('test', { findings: [bad] })], 'Failed: lint, test.'],
  [[gate('lint', { evidenceMissing: true }), gate('test')], 'No verdict: the evidence is missing for lint.'],
  [
    [gate('lint', { evidenceMissing: true }), gate('test', { findings: [bad] })],
    'No verdict: the evidence is missing for lint; test failed.',
  ],
] as const) {
  test(`the last line: ${last}`, () =>
    equal(
      renderVerdict(verdict('a'.repeat(40), gates), { color: false })
        .trimEnd()
        .split('\n')
        .at(-1),
      last,
    ));
}

test('a note stands in the place of what was inspected; colours where they are wanted', () => {
  const said = verdict('a'.repeat(40), [gate('lint', { note: 'nothing changed' })]);
  match(renderVerdict(said, { color: false }), /lint {2}pass {4}- {9}1\.2 s {2}nothing changed/);
  match(renderVerdict(said, { color: true }), /\u001B\[32mThe gate passed\.\u001B\[39m/);
});
