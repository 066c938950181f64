import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { FormworkError } from '../../report/formwork-error.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { readAllowlist } from './read-allowlist.ts';

const read = (text: string | null) =>
  readAllowlist('/repo', 'scripts/policy.mjs', fakeMachine(text === null ? {} : { files: { 'scripts/policy.mjs': text } }).files);

test('an allowlist is read with the places of its entries, and nothing is run', () => {
  const text =
    "import './gone.mjs';\nexport const other = 1, allowlist = [\n  { file: 'bench/**', reason: 'r' },\n  { file: 'a.ts', match: '  b();', reason: ' s' },\n];\nthrow 1;\n";
  deepEqual(read(text), {
    file: 'scripts/policy.mjs',
    entries: [
      { file: 'bench/**', reason: 'r', line: 3, column: 3 },
      { file: 'a.ts', match: 'b();', reason: 's', line: 4, column: 3 },
    ],
  });
});

for (const [text, place, message] of [
  [null, '1:1', 'it is not there'],
  ['export const allowed = [];', '1:1', 'it exports no const `allowlist`'],
  ['const allowlist = []; export function a() {}', '1:1', 'it exports no const `allowlist`'],
  ['export let allowlist;', '1:1', 'it exports no const `allowlist`'],
  ['export const { allowlist } = x;', '1:1', 'it exports no const `allowlist`'],
  ['export const allowlist = {};', '1:26', '`allowlist` is no array'],
  ["export const allowlist = [\n  { file: 'a', reason: why() },\n];", '2:24', "'allowlist.0.reason' holds a call, and is not written out"],
  ['export const allowlist = [...others];', '1:27', "'allowlist.0' holds a spread, and is not written out"],
  ['export const allowlist = entries();', '1:26', "'allowlist' holds a call, and is not written out"],
  ["export const allowlist = [{ file: 'a' }];", '1:27', 'an entry is no { file, match?, reason } of words'],
  ["export const allowlist = [{ file: 'a', reason: ' ' }];", '1:27', 'an entry is no { file, match?, reason } of words'],
  ["export const allowlist = [{ file: 'a', reason: '', }];", '1:27', 'an entry is no { file, match?, reason } of words'],
  ["export const allowlist = [{ file: 'a', reason: 'b', line: 3 }];", '1:27', 'an entry is no { file, match?, reason } of words'],
] as const) {
  test(`coverage/allowlist-invalid: ${text}`, () => {
    throws(
      () => read(text),
      (error) => {
        if (!(error instanceof FormworkError)) return false;
        deepEqual(
          [error.code, `${error.file}:${error.line}:${error.column}`, error.message],
          ['coverage/allowlist-invalid', `scripts/policy.mjs:${place}`, `The allowlist in scripts/policy.mjs cannot be read: ${message}.`],
        );
        return true;
      },
    );
  });
}

test('coverage/allowlist-invalid: a syntax error, at its place', () => {
  throws(() => read('export const allowlist = [;'), {
    code: 'coverage/allowlist-invalid',
    file: 'scripts/policy.mjs',
    line: 1,
    column: 27,
  });
});
