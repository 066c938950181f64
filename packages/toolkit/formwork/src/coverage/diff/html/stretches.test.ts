import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { stretchesOf } from './stretches.ts';

for (const [length, worthSeeing, stretches] of [
  [0, [], []],
  [3, [], ['1-3']],
  [4, [], ['(1-4)']],
  [10, [5], ['1', '2-8', '9-10']],
  [20, [10], ['(1-6)', '7-13', '(14-20)']],
  [20, [5, 15], ['1', '2-8', '9-11', '12-18', '19-20']],
  [20, [4, 15], ['1-7', '(8-11)', '12-18', '19-20']],
  [3, [1, 99], ['1-3']],
] as const) {
  test(`${length} lines, ${worthSeeing.join(' and ') || 'none'} worth seeing`, () =>
    deepEqual(
      stretchesOf(length, new Set(worthSeeing)).map(({ first, last, folded }) => {
        const lines = first === last ? `${first}` : `${first}-${last}`;
        return folded ? `(${lines})` : lines;
      }),
      stretches,
    ));
}
