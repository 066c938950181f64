import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../report/finding.ts';
import { drawContext } from '../testing/draw-context.ts';
import { taskReport, type Translation } from './task-report.ts';

const bad = finding({ code: 'x/bad', file: 'packages/a/a.ts', message: 'Bad.', fix: 'Mend it.' });
const odd = finding({ ...bad, severity: 'warning', code: 'x/odd' });

for (const [what, runs, translation, expected] of [
  [
    'all pass',
    { a: { exitCode: 0 }, b: { exitCode: 0, cached: true } },
    { findings: [], inspected: { tests: 2 } },
    { status: 'pass', inspected: { packages: 2, cached: 1, tests: 4 }, findings: [], trusted: [true, true] },
  ],
  [
    'a failure that was translated',
    { a: { exitCode: 1 } },
    { findings: [bad] },
    { status: 'fail', inspected: { packages: 1, cached: 0 }, findings: ['x/bad Bad.'], trusted: [false] },
  ],
  [
    'a failure of which only a warning was translated',
    { a: { exitCode: 2, log: '$ x\nout of memory\n' } },
    { findings: [odd] },
    {
      status: 'fail',
      inspected: { packages: 1, cached: 0 },
      findings: ['x/odd Bad.', 'lint/failed The lint script of @repo/a failed with exit code 2:\nout of memory'],
      trusted: [false],
    },
  ],
  [
    'a warning of a script that passed',
    { a: { exitCode: 0 } },
    { findings: [odd] },
    { status: 'pass', inspected: { packages: 1, cached: 0 }, findings: ['x/odd Bad.'], trusted: [true] },
  ],
  [
    'a script that did not run to its end',
    { a: { exitCode: null } },
    { findings: [bad] },
    {
      status: 'error',
      inspected: { packages: 1, cached: 0 },
      findings: ['lint/no-result The lint script of @repo/a did not run to its end.'],
      trusted: [false],
    },
  ],
  [
    'a result that is not there',
    { a: { exitCode: 0 } },
    { findings: [bad], evidenceMissing: true },
    { status: 'error', inspected: { packages: 1, cached: 0 }, findings: ['x/bad Bad.'], trusted: [true] },
  ],
  [
    'a failure that does not touch what was left',
    { a: { exitCode: 1 } },
    { findings: [bad], trusted: true },
    { status: 'fail', inspected: { packages: 1, cached: 0 }, findings: ['x/bad Bad.'], trusted: [true] },
  ],
] as const satisfies readonly (readonly [string, Parameters<typeof drawContext>[0], Translation, unknown])[]) {
  test(`a task in each package: ${what}`, async () => {
    const said = await taskReport('lint', drawContext(runs, { task: 'lint' }), () => translation);
    deepEqual(
      {
        status: said.status,
        inspected: said.inspected,
        findings: said.findings.map(({ code, message }) => `${code} ${message}`),
        trusted: said.packages.map(({ trusted }) => trusted),
      },
      expected,
    );
  });
}

for (const [affectedOnly, base, note] of [
  [true, 'abc', 'nothing that changed since merge base with main reaches a package with a lint script'],
  [false, null, 'no package has a lint script'],
] as const) {
  test(`no package: a pass over nothing, with a note (${affectedOnly ? 'affected' : 'all'})`, async () => {
    const said = await taskReport('lint', { ...drawContext({}, { task: 'lint' }), affectedOnly }, () => ({ findings: [] }));
    deepEqual([said.status, said.base, said.note, said.packages], ['pass', base, note, []]);
  });
}
