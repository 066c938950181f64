import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { renderLcov } from '../testing/render-lcov.ts';
import { recordRenderer } from './render-record.ts';

const none = { lines: { numbers: [], hits: [] }, functions: [], branches: [] };

test('what is known of a file is written by line, with its sums', () => {
  const full = {
    lines: { numbers: [1, 3, 2 ** 31 - 1], hits: [2, 0, Number.MAX_SAFE_INTEGER] },
    functions: [
      { name: '5,x', line: 3, hits: 0 },
      { name: 'a, b', line: 1, hits: 20 },
      { name: 'größe', line: 3, hits: 1 },
    ],
    branches: [
      { line: 3, block: 'e0', branch: '1', taken: null },
      { line: 1, block: '0', branch: 'x, y', taken: 4 },
      { line: 1, block: '0', branch: 'z', taken: 0 },
    ],
  };
  const empty = ['FNF:0', 'FNH:0', 'BRF:0', 'BRH:0', 'LF:0', 'LH:0', 'end_of_record'];
  deepEqual(
    renderLcov(
      new Map([
        ['b é.ts', full],
        ['a.ts', none],
      ]),
    ).split('\n'),
    [
      ...['TN:', 'SF:b é.ts'],
      ...['FN:1,a, b', 'FN:3,3,5,x', 'FN:3,größe', 'FNDA:20,a, b', 'FNDA:0,5,x', 'FNDA:1,größe', 'FNF:3', 'FNH:2'],
      ...['BRDA:1,0,x, y,4', 'BRDA:1,0,z,0', 'BRDA:3,e0,1,-', 'BRF:3', 'BRH:1'],
      ...['DA:1,2', 'DA:3,0', `DA:${2 ** 31 - 1},${Number.MAX_SAFE_INTEGER}`, 'LF:3', 'LH:2', 'end_of_record'],
      ...['TN:', 'SF:a.ts', ...empty],
      '',
    ],
  );
});

test('a record stays as it is when others follow, however large they are', () => {
  const { render } = recordRenderer();
  const large = {
    ...none,
    lines: { numbers: Array.from({ length: 100_000 }, (_, index) => index + 1), hits: Array<number>(100_000).fill(7) },
  };
  const records = [none, large, none, large].map((coverage, index) => render(`${index}.ts`, coverage));
  deepEqual(
    records.map((record) => Buffer.from(record).toString().split('\n').slice(0, 2).join()),
    ['TN:,SF:0.ts', 'TN:,SF:1.ts', 'TN:,SF:2.ts', 'TN:,SF:3.ts'],
  );
  equal(Buffer.from(Buffer.concat(records)).toString().match(/^DA:/gm)?.length, 200_000);
});
