import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import test from 'node:test';
import { piecesWithin, type Stretch } from './pieces-within.ts';

test('whatever the pieces are, the bytes are those of the stretches', () => {
  const stretches = fc
    .uniqueArray(fc.nat(60), { maxLength: 8 })
    .map((places) => places.toSorted((a, b) => a - b))
    .map((places) => places.flatMap((from, index): readonly Stretch[] => (index % 2 === 0 ? [{ from, to: places[index + 1] ?? Infinity }] : [])));
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 8 }), stretches, (pieces, asked) => {
      const all = Buffer.concat(pieces);
      const expected = Buffer.concat(asked.map(({ from, to }) => all.subarray(from, Math.min(to, all.length))));
      deepEqual(Buffer.concat([...piecesWithin(pieces, asked)]), expected);
    }),
    { numRuns: 1000 },
  );
});

test('stretches that touch are one after the other', () => {
  const bytes = Buffer.from('abcdef');
  deepEqual(Array.from(piecesWithin([bytes], [{ from: 0, to: 2 }, { from: 2, to: 4 }]), String), ['ab', 'cd']);
});
