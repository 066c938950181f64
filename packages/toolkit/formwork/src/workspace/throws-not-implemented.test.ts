import test from 'node:test';
import { equal } from 'node:assert/strict';
import { parsers } from './testing/parsers.ts';
import { throwsNotImplemented } from './throws-not-implemented.ts';

const rows: readonly (readonly [code: string, isDraft: boolean])[] = [
  [
    `import { NotImplementedError } from '@formwork/feature'; export const a = () => () => Promise.reject(new NotImplementedError('a.b'));`,
    true,
  ],
  [
    `import { NotImplementedError as Draft } from '@formwork/feature'; export const a = () => async () => { throw new Draft('a.b'); };`,
    true,
  ],
  [`import * as feature from '@formwork/feature'; export const a = () => { throw new feature.NotImplementedError('a.b'); };`, true],
  [
    `import { NotImplementedError } from '@formwork/feature'; const error = new NotImplementedError('a.b'); export const a = () => { throw error; };`,
    true,
  ],
  [
    `import { NotImplementedError } from '@formwork/feature'; const draft = () => new NotImplementedError('a.b'); export const a = () => { throw draft(); };`,
    true,
  ],
  [
    `import { NotImplementedError } from '@formwork/feature'; export const a = () => new Promise((_, reject) => reject(new NotImplementedError('a.b')));`,
    true,
  ],
  [`import { NotImplementedError } from '@formwork/feature'; export const a = (x) => x instanceof NotImplementedError;`, false],
  [
    `import { NotImplementedError } from '@formwork/feature'; export const a = (NotImplementedError) => { throw new NotImplementedError('a.b'); };`,
    false,
  ],
  [
    `import { NotImplementedError } from '@formwork/feature'; const error = new NotImplementedError('a.b'); export const a = () => error;`,
    false,
  ],
  [`class NotImplementedError extends Error {} export const a = () => { throw new NotImplementedError('a.b'); };`, false],
  [`export const a = () => { throw new Error('a.b'); };`, false],
  ['// throw new NotImplementedError()', false],
];

for (const [parser, parse] of Object.entries(parsers)) {
  for (const [code, isDraft] of rows) {
    test(`${parser}, ${isDraft ? 'a draft' : 'no draft'}: ${code}`, () => equal(throwsNotImplemented(parse(code)), isDraft));
  }
}

test('what is no program throws nothing', () => {
  equal(throwsNotImplemented({ type: 'Identifier' }), false);
});
