import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addTaken, hitsAt, sum } from './record.ts';

test('the hits of a line are found, and those of a line of which nothing is known are not', () => {
  const drawn = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat()), { selector: ([line]) => line });
  fc.assert(
    fc.property(drawn, (pairs) => {
      const sorted = pairs.sort(([a], [b]) => a - b);
      const lines = { numbers: sorted.map(([line]) => line), hits: sorted.map(([, hits]) => hits) };
      const known = new Map(sorted);
      for (let line = 0; line <= 31; line += 1) deepEqual(hitsAt(lines, line), known.get(line));
    }),
  );
});

test('sums stay what a number holds exactly', () => {
  deepEqual([sum(1, 2), sum(Number.MAX_SAFE_INTEGER, 5)], [3, Number.MAX_SAFE_INTEGER]);
});

test('an arm that was reached once was reached', () => {
  deepEqual([addTaken(null, null), addTaken(null, 0), addTaken(2, null), addTaken(2, 3)], [null, 0, 2, 5]);
});
