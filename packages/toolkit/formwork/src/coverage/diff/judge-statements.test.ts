import { equal } from 'node:assert/strict';
import test from 'node:test';
import type { IstanbulBranch, IstanbulFile } from '../istanbul/istanbul-file.ts';
import { bothPictures, drawn } from '../testing/draw-judged.ts';

/** Statements as `line:column=hits`, branches as `id:type:line:column:ways`, parted by spaces. */
function istanbul(statements: string, branches = ''): IstanbulFile {
  const words = (text: string): readonly (readonly string[])[] =>
    text
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.split(/[:=]/));
  return {
    statements: words(statements).map(([line, column, hits]) => ({ start: { line: Number(line), column: Number(column) }, hits: Number(hits) })),
    branches: words(branches).map(([id = '', type = '', line, column, ways]): IstanbulBranch => {
      const start = { line: Number(line), column: Number(column) };
      return { id, type, start, end: start, arms: Array.from({ length: Number(ways) }, (_, nth) => ({ start: nth === 0 ? start : null, hits: 0 })) };
    }),
    functions: [],
  };
}

type Row = { readonly picture: string; readonly more?: string; readonly files: readonly IstanbulFile[] };

const shared = istanbul('1:10=1 1:16=0 2:0=5 2:7=0 4:0=1 4:5=0');
const sharing = `
  u 1 | const f = () => a;
  u 5 | if (b) throw [
  u   |   1];
  u 1 | c(); d();
`;
const hidden = sharing.replaceAll(' u ', ' c ').replace('u ', 'c ');

const rows: Readonly<Record<string, Row>> = {
  'what shares a line is told apart': { files: [shared], picture: sharing },
  'it is believed where the lcov says less of calls': {
    files: [istanbul('1:10=1 1:16=2')],
    more: 'FN:1,f FNDA:0,f',
    picture: 'c 2 | const f = () => a;',
  },
  'a count that the lcov has not: the form is of another run': { files: [istanbul('1:10=1 1:16=0 2:0=6 2:7=0 4:0=1 4:5=0')], picture: hidden },
  'a line that the lcov has not': { files: [istanbul('1:10=1 1:16=0 2:0=5 2:7=0 3:0=1 4:0=1 4:5=0')], picture: hidden },
  'a line that only the lcov has': { files: [istanbul('1:10=1 1:16=0 2:0=5 2:7=0')], picture: hidden },
  'several add up': {
    files: [istanbul('1:0=1 1:5=0 2:0=1 2:5=0'), istanbul('1:0=1 1:5=2 2:0=1 2:5=0')],
    picture: `
      c 3 | a(); b();
      u 2 | c(); d();
    `,
  },
  'one of several knows a statement that the other does not': {
    files: [istanbul('1:0=1 1:5=0'), istanbul('1:0=1')],
    picture: 'c 2 | a(); b();',
  },
  'a report that has no such form': { files: [istanbul('1:0=1 1:5=0')], picture: 'c 2 | a(); b();' },
  'lines told as statements': { files: [istanbul('1:0=1 2:0=1')], picture: 'c 1 | const f = () => a;\nc 1 | b(); c();' },
  'columns that a compiler has moved': { files: [istanbul('1:1=1 1:9=0')], picture: 'u 1 | a(); b();' },
  'columns that a compiler has moved, and statements that it has made': { files: [istanbul('1:1=1 1:9=0 1:20=1')], picture: 'u 1 | a(); b();' },
  'a statement that is none of ours': { files: [istanbul('1:3=0 2:0=1')], picture: 'u 0 | class A {}\nc 1 | b();' },
  'one that is none of ours, and was run': { files: [istanbul('1:3=1 2:0=1')], picture: 'c 1 | class A {}\nc 1 | b();' },
  'what it leaves out is told by the lcov': { files: [istanbul('1:0=1 2:10=0')], picture: 'c 1 | a();\nu 0 | const b = () => c();' },
  'two that begin at one place': { files: [istanbul('1:0=1 1:0=0')], picture: 'u 1 | a();' },
  'a branch is known by its column': {
    files: [istanbul('1:0=1', '7:binary-expr:1:2:2')],
    more: 'BRDA:1,7,0,1 BRDA:1,7,1,0',
    picture: `
      p 1 | b(c && d, e || f(
      c   |   1,
      .   | ));
    `,
  },
  'a branch is known by its kind': {
    files: [istanbul('1:0=1', '7:cond-expr:1:0:2')],
    more: 'BRDA:1,7,0,1 BRDA:1,7,1,0',
    picture: `
      c 1 | a && b
      c   |   ? c
      p   |   : d;
    `,
  },
  'a way is where the form says, where no branch is known': {
    files: [istanbul('1:0=1', '7:if:1:0:3 8:if:1:0:2')],
    more: 'BRDA:1,7,0,0 BRDA:1,7,1,0 BRDA:1,7,2,1',
    picture: 'p 1 | a();',
  },
};

for (const [what, { picture, more = '', files }] of Object.entries(rows)) {
  test(`statements: ${what}`, () => {
    const { text, evidence } = drawn(picture, more);
    equal(...bothPictures(picture, 'a.ts', { text, evidence: { ...evidence, istanbul: files } }));
  });
}
