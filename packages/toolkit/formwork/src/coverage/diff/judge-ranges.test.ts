import { equal } from 'node:assert/strict';
import test from 'node:test';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { bothPictures, drawn } from '../testing/draw-judged.ts';

/** As c8 writes it: a line is a statement, and a branch any range that V8 counts. */
function c8(lines: readonly string[], ranges: readonly (readonly [line: number, from: number, to: number, hits: number])[]): IstanbulFile {
  const whole = { start: { line: 1, column: 0 }, end: { line: lines.length, column: `${lines.at(-1)}`.length } };
  return {
    statements: lines.map((_, index) => ({ start: { line: index + 1, column: 0 }, hits: 1 })),
    branches: [
      { id: '0', type: 'branch', ...whole, arms: [{ start: whole.start, hits: 1 }] },
      ...ranges.map(([line, from, to, hits], index) => ({
        id: `${index + 1}`,
        type: 'branch',
        start: { line, column: from },
        end: { line, column: to },
        arms: [{ start: { line, column: from }, hits }],
      })),
    ],
    functions: [],
  };
}

for (const [body, types] of [
  ['[b]', ' as const'],
  ['[b]', ' satisfies B'],
  ['b', '!'],
  ['b', '! as C'],
] as const) {
  test(`V8 sees a function end before the types behind it: =>${types}`, () => {
    const text = `a.map((b) => ${body}${types});`;
    const file = c8([text, '// words'], [[1, 6, 13 + body.length, 3]]);
    const picture = `c 1 | ${text}\n. 1 | // words`;
    equal(...bothPictures(picture, 'a.ts', drawn(picture, 'BRDA:1,0,0,1 BRDA:1,1,0,3', { istanbul: file })));
  });
}

test('a compiler may tell of a function that another gives on the line of the other', () => {
  const picture = `
    c 1 | export const f =
    c 2 |   ({ a }: A): B =>
    c   |   ({ b }) =>
    c 3 |     a.get(b);
  `;
  equal(...bothPictures(picture, 'a.ts', drawn(picture, 'FN:1,f FNDA:2,f FN:2,(anonymous_1) FNDA:3,(anonymous_1)')));
});
