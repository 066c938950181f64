import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from './finding.ts';
import { findingsOf } from './findings-of.ts';
import { report } from './report.ts';

test('missing evidence is always among the findings', () => {
  const warning = finding({ code: 'a/b', severity: 'warning', file: 'x.ts', message: 'Odd.', fix: 'Right it.' });
  const wrong = finding({ ...warning, severity: 'error' });
  const found = (facts: Partial<Parameters<typeof report>[0]>) =>
    findingsOf(report({ gate: 'lint', inspected: {}, durationMs: 0, findings: [warning], evidenceMissing: true, ...facts })).map(
      ({ severity, code, message }) => `${severity} ${code} ${message}`,
    );
  deepEqual(found({}), ['error report/no-evidence lint could not finish.', 'warning a/b Odd.']);
  deepEqual(found({ note: 'no log' }), ['error report/no-evidence lint could not finish: no log.', 'warning a/b Odd.']);
  deepEqual(found({ findings: [wrong] }), ['error a/b Odd.']);
  deepEqual(found({ evidenceMissing: false }), ['warning a/b Odd.']);
});
