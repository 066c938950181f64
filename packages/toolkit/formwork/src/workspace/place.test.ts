import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { placeAt } from './place.ts';

test('an offset is a line and a column, from 1', () => {
  const text = 'ab\n\ncdé\r\n😀x';
  const rows: readonly (readonly [offset: number, line: number, column: number])[] = [
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [8, 3, 5],
    [9, 4, 1],
    [11, 4, 3],
    [12, 4, 4],
  ];
  deepEqual(
    rows.map(([offset]) => [offset, placeAt(text, offset).line, placeAt(text, offset).column]),
    rows,
  );
});
