import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { countLines, firstMisfit } from './fits.ts';

for (const [text, count] of [
  ['', 0],
  ['\n', 1],
  ['one', 1],
  ['one\n', 1],
  ['one\ntwo', 2],
  ['one\r\n\n\rtwo\u2028\n', 3],
] as const) {
  test(`${JSON.stringify(text)} has ${count} lines`, () => equal(countLines(text), count));
}

test('a diff fits where each line that it adds stands as it says', () => {
  const rows = [
    ['one\ntwo\nthree', [1, 3], ['one', 'three'], null],
    ['one\n\n', [2], [''], null],
    ['one\n', [2], [''], 2],
    ['', [1], [''], 1],
    ['one\ntwo\n', [1, 2], ['one', 'too'], 2],
    ['one\ntwo\n', [2, 9], ['two', 'x'], 9],
    ['one\r\ntwo\r\n', [1, 2], ['one', 'two\r'], null],
    ['one\n', [1], ['one\r'], null],
    ['one \n', [1], ['one'], 1],
    ['\uFFFD\uFFFD!\n', [1], ['\uFFFD!'], null],
    ['', [], [], null],
  ] as const;
  deepEqual(
    rows.map(([text, lines, added]) => firstMisfit(text, { lines: new Set(lines), added })),
    rows.map(([, , , expected]) => expected),
  );
});
