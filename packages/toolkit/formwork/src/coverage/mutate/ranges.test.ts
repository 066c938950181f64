import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rangesOf } from './ranges.ts';

for (const [lines, expected] of [
  [[], []],
  [[7], ['7-7']],
  [[3, 1, 2], ['1-3']],
  [
    [1, 3, 4, 9, 10, 11],
    ['1-1', '3-4', '9-11'],
  ],
] as const) {
  test(`lines ${lines.join(' ') || 'none'} are ${expected.join(' ') || 'no range'}`, () => {
    deepEqual(
      rangesOf(lines).map(({ from, to }) => `${from}-${to}`),
      expected,
    );
  });
}

test('ranges hold the lines and no others, apart from each other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (lines) => {
      const ranges = rangesOf(new Set(lines));
      const held = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      deepEqual(
        held,
        lines.toSorted((a, b) => a - b),
      );
      deepEqual(
        ranges.slice(1).map(({ from }, index) => from > Number(ranges[index]?.to) + 1),
        ranges.slice(1).map(() => true),
      );
    }),
  );
});
