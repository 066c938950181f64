import { equal } from 'node:assert/strict';
import test from 'node:test';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { bothPictures, covered, drawn } from '../testing/draw-judged.ts';

type Row = { readonly picture: string; readonly records: string; readonly istanbul?: IstanbulFile };

const place = { line: 3, column: 5 };

/** ⏎ is an end of a line to the language, and none to git, whose lines the pictures show. */
const rows: Readonly<Record<string, Row>> = {
  'a tool that ends a line where the language does': {
    records: 'DA:1,1 DA:3,0 DA:4,1 FN:1,f FNDA:1,f FN:4,g FNDA:0,g BRDA:4,0,0,0',
    picture: `
      c   | const f = () => a; // ⏎ words
      u   | b();
      u   | const g = (c = 1) => c;
    `,
  },
  'a tool that ends a line where git does': {
    records: 'DA:1,1 DA:2,0 DA:3,1',
    picture: `
      c   | const f = () => a; // ⏎ words
      u   | b();
      c   | c();
    `,
  },
  'two lines that are one to git: what was not run on either is told': {
    records: 'DA:1,1 DA:2,0 DA:3,1',
    picture: `
      u   | a();⏎b();
      c   | c();
    `,
  },
  'what istanbul says of statements moves along': {
    records: 'DA:1,1 DA:3,5',
    istanbul: {
      statements: [
        { start: { line: 1, column: 0 }, hits: 1 },
        { start: { line: 3, column: 0 }, hits: 5 },
        { start: place, hits: 0 },
      ],
      branches: [{ id: '0', type: 'if', start: place, end: { line: 99, column: 0 }, arms: [{ start: place, hits: 1 }, { start: null, hits: 0 }] }],
      functions: [{ name: 'f', start: place, end: place, hits: 0 }],
    },
    picture: `
      c   | a(\`⏎\`);
      u   | b(); c();
    `,
  },
  'both fit alike': {
    records: 'DA:1,1 DA:3,1',
    picture: `
      c   | a(\`⏎\`);
      s   | b();
      c   | c();
    `,
  },
};

for (const [name, sign] of [
  ['U+2028', '\u2028'],
  ['a lone CR', '\r'],
] as const) {
  for (const [what, { picture, records, istanbul }] of Object.entries(rows)) {
    test(`${name}: ${what}`, () => {
      const written = picture.replaceAll('⏎', sign);
      const { text, evidence } = drawn(written);
      const coverage = covered(records.split(' '));
      equal(...bothPictures(written, 'a.ts', { text, evidence: { ...evidence, coverage, istanbul: istanbul === undefined ? [] : [istanbul] } }));
    });
  }
}

test('a count behind the end as git counts is none behind the end as the language does', () => {
  const { text, evidence } = drawn('c 1 | a(`\u2028`);');
  equal(...bothPictures('u 1 | a(`\u2028`); b();', 'a.ts', { text: `${text} b();`, evidence: { ...evidence, coverage: covered(['DA:1,1', 'DA:2,0']) } }));
});
