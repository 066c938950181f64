import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../report/finding.ts';
import { report } from '../report/report.ts';
import { fromToplevel } from './from-toplevel.ts';

test('a name is put behind the folder; one that leads out of it leads there still, and the repository as a whole stays as it is', () => {
  const found = ['src/a.js', '../coverage/lcov.info', '.'].map((file) => finding({ code: 'a/wrong', file, message: 'Wrong.', fix: 'Right it.' }));
  const said = report({ gate: 'lint', inspected: {}, durationMs: 1, findings: found });
  const files = (folder: string): readonly string[] =>
    fromToplevel([said], folder).flatMap(({ findings }) => findings.map(({ file, fingerprint }) => `${file} ${fingerprint}`));
  const prints = said.findings.map(({ fingerprint }) => fingerprint);
  const told = (...names: readonly string[]): readonly string[] => names.map((name, index) => `${name} ${prints[index]}`);
  deepEqual(files(''), told('.', '../coverage/lcov.info', 'src/a.js'));
  deepEqual(files('apps/web/'), told('.', 'apps/coverage/lcov.info', 'apps/web/src/a.js'));
});
