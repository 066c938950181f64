import { equal } from 'node:assert/strict';
import test from 'node:test';
import type { IstanbulFile, Place } from '../istanbul/istanbul-file.ts';
import { bothPictures, drawn } from '../testing/draw-judged.ts';

type CountedRange = readonly [from: Place, to: Place, hits: number];

const at = (line: number, column: number): Place => ({ line, column });

/** As c8 writes it: a line is a statement, and a branch any range that V8 counts. */
function c8(lines: readonly string[], ranges: readonly CountedRange[], functions: readonly CountedRange[] = []): IstanbulFile {
  const whole: CountedRange = [at(1, 0), at(lines.length, `${lines.at(-1)}`.length), 1];
  return {
    statements: lines.map((_, index) => ({ start: at(index + 1, 0), hits: 1 })),
    branches: [whole, ...ranges].map(([start, end, hits], index) => ({ id: `${index}`, type: 'branch', start, end, arms: [{ start, hits }] })),
    functions: functions.map(([start, end, hits]) => ({ name: 'f', start, end, hits })),
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
    const file = c8([text, '// words'], [[at(1, 6), at(1, 13 + body.length), 3]]);
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

type Row = { readonly picture: string; readonly ranges: readonly CountedRange[]; readonly functions?: readonly CountedRange[]; readonly more?: string };

const rows: Readonly<Record<string, Row>> = {
  'a statement is cut short where V8 began to count anew in its midst': {
    ranges: [[at(2, 12), at(6, 1), 0]],
    more: 'BRDA:1,0,0,1 BRDA:2,1,0,0',
    picture: `
      c 1 | await a({
      p 1 |   b: await c, d,
      p 1 |   e: 1,
      . 1 |   // words
      p 1 |   [f]: 2,
      . 1 | });
    `,
  },
  'nothing but signs and keywords lies where nobody came': {
    ranges: [[at(1, 15), at(1, 18), 0], [at(2, 9), at(3, 2), 0]],
    more: 'BRDA:1,0,0,1 BRDA:1,1,0,0 BRDA:2,2,0,0',
    picture: `
      c 1 | try { await a(); } catch { b(); }
      c 1 | try { c; } finally
      c 1 | { d(); }
    `,
  },
  'what several ranges share is untaken by the innermost': {
    ranges: [[at(1, 2), at(2, 8), 0], [at(2, 5), at(2, 8), 2], [at(3, 2), at(3, 8), 0]],
    more: 'BRDA:1,0,0,1 BRDA:1,1,0,0 BRDA:2,2,0,2 BRDA:3,3,0,0',
    picture: `
      p 1 | a && b(
      u 1 |   c, () => d);
      p 1 | e && f(); g();
    `,
  },
  'an if always holds where what follows is run as often as what is around it': {
    ranges: [[at(2, 7), at(2, 11), 3], [at(3, 7), at(4, 11), 0]],
    more: 'BRDA:1,0,0,1 BRDA:2,1,0,3 BRDA:3,2,0,0',
    picture: `
      p 1 | if (a) b();
      c 1 | if (c) d();
      u 1 | if (e) f();
      u 1 | if (g) h();
      . 1 | /* v8 ignore next -- the types say so */
      c 1 | if (i) j();
    `,
  },
  'a text of one line': {
    ranges: [],
    functions: [[at(1, 0), at(1, 30), 0]],
    more: 'FN:1,f FNDA:0,f BRDA:1,0,0,1',
    picture: 'u 1 | async function f() { return a; }',
  },
};

for (const [what, { picture, ranges, functions = [], more = '' }] of Object.entries(rows)) {
  test(`V8's ranges: ${what}`, () => {
    const { text } = drawn(picture, more);
    equal(...bothPictures(picture, 'a.js', drawn(picture, more, { istanbul: c8(text.split('\n'), ranges, functions) })));
  });
}
