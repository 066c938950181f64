import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { textLines } from './text-lines.ts';

for (const [what, text, expected] of [
  ['nothing', '', ['']],
  ['a line without an end', 'a', ['a']],
  ['a line', 'a\n', ['a', '']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b', '']],
  ['what only the language takes for an end', 'a\rb\u2028c\x0Cd\ne', ['a\rb\u2028c\x0Cd', 'e']],
] as const) {
  test(`lines of a text: ${what}`, () => {
    const lines = textLines(text);
    const numbers = expected.map((_, index) => index + 1);
    deepEqual(numbers.map(lines.of), expected);
    deepEqual([lines.count, lines.start(lines.count + 1)], [expected.length, text.length]);
    const counted = Array.from({ length: text.length + 1 }, (_, offset) => text.slice(0, offset).split('\n').length);
    deepEqual(
      counted.map((_, offset) => lines.at(offset)),
      counted,
    );
    deepEqual(
      numbers.map((line) => lines.at(lines.start(line))),
      numbers,
    );
  });
}
