import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { lineBefore } from './changed-file.ts';

// Of one to ten: two is replaced by two lines, four and five are gone, a line is put in before nine.
const hunks = [
  { oldStart: 2, oldCount: 1, newStart: 2, newCount: 2 },
  { oldStart: 4, oldCount: 2, newStart: 4, newCount: 0 },
  { oldStart: 8, oldCount: 0, newStart: 8, newCount: 1 },
];

test('an unchanged line is found at the base, a changed one is not', () => {
  const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  deepEqual(
    lines.map((line) => lineBefore({ from: 'a.ts', hunks }, line)),
    [1, null, null, 3, 6, 7, 8, null, 9, 10],
  );
});

test('a new file was nowhere', () => deepEqual(lineBefore({ from: null, hunks: [] }, 1), null));
