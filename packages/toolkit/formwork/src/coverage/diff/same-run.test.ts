import { equal } from 'node:assert/strict';
import test from 'node:test';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { covered } from '../testing/draw-judged.ts';
import { isSameRun } from './same-run.ts';

const place = (line: number): { readonly line: number; readonly column: number } => ({ line, column: 0 });

/** Two statements on line 1 and one on line 2, an `if` on line 2, and a function. */
function details(hits: readonly [number, number, number], ways: readonly number[], called: readonly number[]): IstanbulFile {
  const [one, two, three] = hits;
  return {
    statements: [
      { start: place(1), hits: one },
      { start: place(1), hits: two },
      { start: place(2), hits: three },
    ],
    branches: [{ id: '0', type: 'if', start: place(2), end: place(2), arms: ways.map((taken) => ({ start: null, hits: taken })) }],
    functions: called.map((times) => ({ name: 'f', start: place(1), end: place(1), hits: times })),
  };
}

const told = 'FN:1,f FNDA:4,f DA:1,3 DA:2,1 BRDA:2,0,0,1 BRDA:2,0,1,-';

for (const [what, is, lcov, files] of [
  ['the same', true, told, [details([3, 0, 1], [0, 1], [4])]],
  ['another count of a line', false, told, [details([2, 0, 1], [0, 1], [4])]],
  ['a line that only the lcov has', false, `${told} DA:3,1`, [details([3, 0, 1], [0, 1], [4])]],
  ['another line', false, told.replace('DA:2', 'DA:3'), [details([3, 0, 1], [0, 1], [4])]],
  ['another way', false, told, [details([3, 0, 1], [1, 1], [4])]],
  ['more ways', false, told, [details([3, 0, 1], [0, 1, 0], [4])]],
  ['another number of calls', false, told, [details([3, 0, 1], [0, 1], [3])]],
  ['more functions', false, told, [details([3, 0, 1], [0, 1], [4, 0])]],
  ['a lcov of lines alone', true, 'DA:1,3 DA:2,1', [details([3, 0, 1], [0, 1], [4])]],
  ['two, which add up', true, told, [details([1, 0, 1], [0, 1], [2]), details([0, 2, 0], [0, 0], [2])]],
  ['two, which do not', false, told, [details([1, 0, 1], [0, 1], [2]), details([0, 1, 0], [0, 0], [2])]],
  ['none', false, told, []],
] as const) {
  test(`${is ? 'of one run' : 'of another run'}: ${what}`, () => equal(isSameRun(files, covered(lcov.split(' '))), is));
}
