import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createCoverageSummary } from 'istanbul-lib-coverage';
import { countsOf, share, totalsOf } from './totals.ts';

test('what is counted in a file, and what files add up to', () => {
  const file = countsOf(
    {
      lines: { numbers: [1, 2, 5], hits: [1, 0, 3] },
      functions: [
        { name: 'a', line: 1, hits: 0 },
        { name: 'b', line: 5, hits: 2 },
      ],
      branches: [
        { line: 2, block: '0', branch: '0', taken: null },
        { line: 2, block: '0', branch: '1', taken: 0 },
        { line: 5, block: '1', branch: '0', taken: 4 },
      ],
    },
    { found: 4, hit: 3 },
  );
  deepEqual(file, {
    lines: { found: 3, hit: 2 },
    functions: { found: 2, hit: 1 },
    branches: { found: 3, hit: 1 },
    statements: { found: 4, hit: 3 },
  });
  deepEqual(totalsOf([file, file]), {
    lines: { found: 6, hit: 4, percent: 66.66 },
    functions: { found: 4, hit: 2, percent: 50 },
    branches: { found: 6, hit: 2, percent: 33.33 },
    statements: { found: 8, hit: 6, percent: 75 },
  });
});

test('statements are told only where they are known of every file', () => {
  const none = countsOf({ lines: { numbers: [], hits: [] }, functions: [], branches: [] }, null);
  const nothing = { found: 0, hit: 0, percent: 100 };
  deepEqual(totalsOf([none, { ...none, statements: { found: 1, hit: 1 } }]), { lines: nothing, functions: nothing, branches: nothing });
});

test('percentages are those of istanbul', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (one, other) => {
      const [hit, found] = [Math.min(one, other), Math.max(one, other)];
      const theirs = createCoverageSummary();
      const measured = { total: found, covered: hit, skipped: 0, pct: 0 };
      theirs.merge(createCoverageSummary({ lines: measured, statements: measured, functions: measured, branches: measured }));
      equal(share([{ found, hit }]).percent, theirs.lines.pct);
    }),
  );
});
