import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { recordEnd, wholeRecords } from './whole-records.ts';

const record = 'SF:a\nFN:1,end_of_record\nDA:1,1\nend_of_record\n';

function cut(...pieces: readonly string[]): readonly string[] {
  return Array.from(wholeRecords(pieces.map((piece) => Buffer.from(piece))), (bytes) => bytes.toString());
}

for (const [what, pieces, expected] of [
  ['nothing', [], []],
  ['one piece', [record + record], [record + record]],
  ['pieces that end where records do', [record, record], [record, record]],
  ['pieces that do not', [record + record.slice(0, 9), record.slice(9)], [record, record]],
  ['a piece without an end', ['SF:a', '\nend_of', '_record\nSF:b'], ['SF:a\nend_of_record\n', 'SF:b']],
  ['other line ends', ['SF:a\r\nend_of_record\r\n', 'SF:b'], ['SF:a\r\nend_of_record\r\nSF:b']],
] as const) {
  test(`records are not split: ${what}`, () => deepEqual(cut(...pieces), expected));
}

test('where a record ends', () => {
  const bytes = Buffer.from(record + record.slice(0, 9));
  deepEqual([recordEnd(bytes, 0), recordEnd(bytes, record.length)], [record.length, bytes.length]);
});
