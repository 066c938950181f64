import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { placeOf } from './place.ts';

const sourceCode = { getLocFromIndex: (index: number) => ({ line: 1, column: index }) };

for (const [parser, node] of [
  ['typescript-eslint, which says it in `range` alone', { range: [2, 5], start: NaN, end: NaN }],
  ['oxc-parser', { start: 2, end: 5 }],
] as const) {
  test(`where a node of ${parser} stands`, () => {
    deepEqual(placeOf(node, sourceCode), { start: { line: 1, column: 2 }, end: { line: 1, column: 5 } });
  });
}
