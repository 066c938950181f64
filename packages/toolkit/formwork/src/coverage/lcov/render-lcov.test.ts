import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { renderLcov } from './render-lcov.ts';

test('files are sorted by name, and what is in them by line', () => {
  const none = { lines: { numbers: [], hits: [] }, functions: [], branches: [] };
  const full = {
    lines: { numbers: [1, 3], hits: [2, 0] },
    functions: [
      { name: '5,x', line: 3, hits: 0 },
      { name: 'a, b', line: 1, hits: 2 },
    ],
    branches: [
      { line: 3, block: 'e0', branch: '1', taken: null },
      { line: 1, block: '0', branch: 'x, y', taken: 4 },
    ],
  };
  const text = renderLcov(new Map([['b.ts', full], ['c.ts', none], ['a.ts', none]]));
  const empty = ['FNF:0', 'FNH:0', 'BRF:0', 'BRH:0', 'LF:0', 'LH:0', 'end_of_record'];
  deepEqual(text.split('\n'), [
    ...['TN:', 'SF:a.ts', ...empty],
    ...['TN:', 'SF:b.ts'],
    ...['FN:1,a, b', 'FN:3,3,5,x', 'FNDA:2,a, b', 'FNDA:0,5,x', 'FNF:2', 'FNH:1'],
    ...['BRDA:1,0,x, y,4', 'BRDA:3,e0,1,-', 'BRF:2', 'BRH:1'],
    ...['DA:1,2', 'DA:3,0', 'LF:2', 'LH:1', 'end_of_record'],
    ...['TN:', 'SF:c.ts', ...empty],
    '',
  ]);
});
