import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { indentAt, layoutOf } from './layout.ts';

for (const [what, text, indent, eol] of [
  ['nothing', '', '  ', '\n'],
  ['two spaces', 'a\n  b\n    c', '  ', '\n'],
  ['four spaces, and a line that hangs by one more', 'a\n    b\n        c\n    d', '    ', '\n'],
  ['tabs and CRLF', 'a\r\n\tb\r\n\r\n\tc', '\t', '\r\n'],
  ['a block comment alone', '/**\n * a\n */\nb', '  ', '\n'],
] as const) {
  test(`the layout of ${what}`, () => deepEqual(layoutOf(text), { indent, eol }));
}

test('the indentation of a line', () => {
  equal(indentAt('a\n\t  b', 5), '\t  ');
  equal(indentAt('\uFEFF  b', 3), '  ');
  equal(indentAt('  a\r\u2028b', 5), '  ');
});
