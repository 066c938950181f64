import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { mergeRecords, type FileCoverage } from './merged.ts';

const nothing: FileCoverage = { lines: { numbers: [], hits: [] }, functions: [], branches: [] };

function merged(...parts: readonly Partial<FileCoverage>[]): FileCoverage | undefined {
  return mergeRecords(parts.map((part) => ({ file: 'a.ts', record: { ...nothing, ...part } }))).get('a.ts');
}

test('each file has its own coverage, in the order they come', () => {
  const a = { ...nothing, lines: { numbers: [1], hits: [2] } };
  deepEqual([...mergeRecords([{ file: 'b', record: nothing }, { file: 'a', record: a }])], [['b', nothing], ['a', a]]);
});

for (const [what, one, other, numbers, hits] of [
  ['before, on and behind the other', [2, 4, 6], [1, 4, 7], [1, 2, 4, 6, 7], [1, 1, 2, 1, 1]],
  ['of one side only', [], [3], [3], [1]],
  ['of both', [1, 2], [1, 2], [1, 2], [2, 2]],
] as const) {
  test(`lines ${what}`, () => {
    const [a, b] = [one, other].map((known) => ({ lines: { numbers: known, hits: known.map(() => 1) } }));
    const expected = { numbers, hits };
    deepEqual([merged({ ...a }, { ...b })?.lines, merged({ ...b }, { ...a })?.lines], [expected, expected]);
  });
}

test('functions of one name and line stay as many as one side knows', () => {
  const get = (hits: number, line = 1) => ({ name: 'get', line, hits });
  deepEqual(merged({ functions: [get(2), get(0)] }, { functions: [get(3), get(0), get(1, 9)] })?.functions, [get(5), get(0), get(1, 9)]);
});

test('arms add up, and one that was never reached counts as none', () => {
  const arm = (branch: string, taken: number | null) => ({ line: 1, block: '0', branch, taken });
  const parts = [[arm('0', null), arm('1', null)], [arm('1', 0), arm('2', 4)], [arm('2', 1)]];
  deepEqual(merged(...parts.map((branches) => ({ branches })))?.branches, [arm('0', null), arm('1', 0), arm('2', 5)]);
});
