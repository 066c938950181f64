import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { chooseGates } from './choose-gates.ts';
import { gateIds } from './gate-ids.ts';

for (const [what, only, skip, configured, expected] of [
  ['all', [], [], null, [...gateIds]],
  ['those of the configuration', [], [], ['lint', 'typecheck'], ['typecheck', 'lint']],
  ['those asked for, whatever the configuration says', ['conformance'], [], ['lint'], ['conformance']],
  [
    'all but some',
    [],
    ['test', 'coverage:diff'],
    null,
    ['typecheck', 'lint', 'conformance', 'fallow:audit', 'coverage:check', 'coverage:aggregate'],
  ],
] as const) {
  test(`gates: ${what}`, () => deepEqual(chooseGates({ only, skip }, configured), expected));
}

for (const [only, skip, configured, code, message, file] of [
  [['lnt'], [], null, 'gates/unknown-gate', "There is no gate 'lnt', which is asked for.", '.'],
  [[], ['coverage'], null, 'gates/unknown-gate', "There is no gate 'coverage', which is to be skipped.", '.'],
  [[], [], ['tests'], 'gates/unknown-gate', "There is no gate 'tests', which is in 'gates' of formwork.json.", 'formwork.json'],
  [['lint'], ['lint'], null, 'gates/none', 'No gate is left to run.', '.'],
] as const) {
  test(`${code}: ${message}`, () => throws(() => chooseGates({ only, skip }, configured), { code, message, file }));
}
