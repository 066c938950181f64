import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { readIstanbul } from './read-istanbul.ts';

const at = (line: number, column: number | null, endLine = line, endColumn: number | null = null): object => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const source = {
  path: '/a.ts',
  statementMap: { 0: at(1, 0), 1: at(2, 2, 3, 4), 2: at(4, null) },
  s: { 0: 3, 1: 0 },
  fnMap: { 0: { name: 'f', decl: at(1, 0), loc: at(1, 9, 3, 1) }, 1: { loc: at(2, 0) } },
  f: { 0: 1 },
  branchMap: { 5: { type: 'if', loc: at(2, 2), locations: [at(2, 2), { start: {}, end: {} }] }, 6: { loc: at(9, -1), locations: [at(9, -1)] } },
  b: { 5: [1, 0] },
};
const file = {
  statements: [
    { start: { line: 1, column: 0 }, hits: 3 },
    { start: { line: 2, column: 2 }, hits: 0 },
    { start: { line: 4, column: 0 }, hits: 0 },
  ],
  branches: [
    {
      id: '5',
      type: 'if',
      start: { line: 2, column: 2 },
      end: { line: 2, column: Infinity },
      arms: [
        { start: { line: 2, column: 2 }, hits: 1 },
        { start: null, hits: 0 },
      ],
    },
    {
      id: '6',
      type: '',
      start: { line: 9, column: -1 },
      end: { line: 9, column: Infinity },
      arms: [{ start: { line: 9, column: -1 }, hits: 0 }],
    },
  ],
  functions: [
    { name: 'f', start: { line: 1, column: 9 }, end: { line: 3, column: 1 }, hits: 1 },
    { name: '', start: { line: 2, column: 0 }, end: { line: 2, column: Infinity }, hits: 0 },
  ],
};
const line = (path: string, value: unknown): string => `${JSON.stringify(path)}: ${JSON.stringify(value)}`;
const bare = { statementMap: {}, s: {} };
const nothing = { statements: [], branches: [], functions: [] };

for (const [what, text, expected] of [
  ['a file a line, as the tools write it', `{${line('/a.ts', source)}\n,${line('/b "c".ts', bare)}\n}\n`, { '/a.ts': file, '/b "c".ts': nothing }],
  ['CRLF', `{${line('/b.ts', bare)}\r\n}\r\n`, { '/b.ts': nothing }],
  ['one line', `{${line('/a.ts', source)}}`, { '/a.ts': file }],
  ['written out', JSON.stringify({ '/a.ts': source, '/b.ts': bare }, null, 2), { '/a.ts': file, '/b.ts': nothing }],
  ['no file', '{}', {}],
  ['no file, over lines', '{\n}\n', {}],
] as const) {
  test(`coverage-final.json: ${what}`, () => deepEqual(Object.fromEntries(readIstanbul(text, 'c.json', () => true)), expected));
}

test('what is not asked for is not even parsed', () => {
  const text = `{${line('/a.ts', source)}\n,"/b.ts": {"torn"}\n,${line('/c.ts', { no: 'source' })}\n}\n`;
  deepEqual([...readIstanbul(text, 'c.json', (path) => path === '/a.ts').keys()], ['/a.ts']);
});

for (const [what, text, message] of [
  ['nothing', '', 'it is no JSON of files'],
  ['torn', '{"/a.ts": {', 'it is no JSON of files'],
  ['a line that is torn', `{${line('/a.ts', bare)}\n,"/b.ts": {"torn"}\n}`, 'it is no JSON of files'],
  ['a list', '[]', 'it is no JSON of files'],
  ['a text', '"a"', 'it is no JSON of files'],
  ['no statements', '{"/a.ts": {"s": {}}}', 'what it says of /a.ts has not the form'],
  ['a count below zero', '{"/a.ts": {"statementMap": {}, "s": {"0": -1}}}', 'what it says of /a.ts has not the form'],
  ['a count that is broken', '{"/a.ts": {"statementMap": {}, "s": {"0": 1.5}}}', 'what it says of /a.ts has not the form'],
  ['a place without a line', '{"/a.ts": {"statementMap": {"0": {"start": {}, "end": {}}}, "s": {}}}', 'what it says of /a.ts has not the form'],
] as const) {
  test(`istanbul/corrupt: ${what}`, () => {
    throws(() => readIstanbul(text, 'coverage/coverage-final.json', () => true), {
      code: 'istanbul/corrupt',
      message: `coverage/coverage-final.json is no coverage in istanbul's form: ${message}.`,
      file: 'coverage/coverage-final.json',
    });
  });
}
