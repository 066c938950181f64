import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { parseIstanbulMap } from './istanbul-map.ts';

const at = (line: number, column: number | null = 0) => ({ start: { line, column: 0 }, end: { line, column } });
const file = {
  path: '/m/a.ts',
  all: false,
  statementMap: { 0: at(1, null) },
  fnMap: { 0: { name: 'a', decl: at(1), loc: at(1), line: 1 } },
  branchMap: { 0: { type: 'if', loc: at(1, -1), locations: [at(1), { start: {}, end: {} }], line: 1 } },
  s: { 0: 2 },
  f: { 0: 1 },
  b: { 0: [1, 0] },
};

test('what tools leave is read as it is', () => {
  deepEqual(parseIstanbulMap(JSON.stringify({ '/m/a.ts': file }), 'coverage-final.json'), { '/m/a.ts': file });
});

for (const [what, text] of [
  ['nothing', ''],
  ['text that breaks off', JSON.stringify({ '/m/a.ts': file }).slice(0, -1)],
  ['a list', '[]'],
  ['a summary', JSON.stringify({ total: { lines: { total: 1 } } })],
  ['a count that is none', JSON.stringify({ '/m/a.ts': { ...file, s: { 0: -1 } } })],
  ['a line that is none', JSON.stringify({ '/m/a.ts': { ...file, statementMap: { 0: at(0) } } })],
  ['a line that no file has', JSON.stringify({ '/m/a.ts': { ...file, statementMap: { 0: at(2 ** 31) } } })],
  ['a branch whose first arm is none', JSON.stringify({ '/m/a.ts': { ...file, branchMap: { 0: { ...file.branchMap[0], locations: [{}] } } } })],
  ['a count without its place', JSON.stringify({ '/m/a.ts': { ...file, f: { 0: 1, 1: 1 } } })],
  ['a place without its count', JSON.stringify({ '/m/a.ts': { ...file, b: {} } })],
  ['a branch without arms', JSON.stringify({ '/m/a.ts': { ...file, branchMap: { 0: { ...file.branchMap[0], locations: [] } } } })],
  ['a branch that is none', JSON.stringify({ '/m/a.ts': { ...file, branchMap: { 0: null } } })],
  ['arms that are no list', JSON.stringify({ '/m/a.ts': { ...file, branchMap: { 0: { ...file.branchMap[0], locations: {} } } } })],
  ['counts of arms that are no list', JSON.stringify({ '/m/a.ts': { ...file, b: { 0: 1 } } })],
  ['a function without a name', JSON.stringify({ '/m/a.ts': { ...file, fnMap: { 0: { decl: at(1), loc: at(1) } } } })],
  ['a place without an end', JSON.stringify({ '/m/a.ts': { ...file, statementMap: { 0: { start: at(1).start } } } })],
  ['places as a list', JSON.stringify({ '/m/a.ts': { ...file, statementMap: [at(1)] } })],
  ['a column past all numbers', JSON.stringify({ '/m/a.ts': file }).replace('"column":-1', '"column":1e999')],
  ['a file that is none', JSON.stringify({ '/m/a.ts': null })],
  ['a file without a path', JSON.stringify({ '/m/a.ts': { ...file, path: 1 } })],
] as const) {
  test(`istanbul/corrupt: ${what}`, () => {
    throws(() => parseIstanbulMap(text, 'coverage-final.json'), { code: 'istanbul/corrupt', file: 'coverage-final.json' });
  });
}
