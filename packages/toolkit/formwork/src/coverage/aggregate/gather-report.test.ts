import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { FormworkError } from '../../report/formwork-error.ts';
import { recordRenderer } from '../lcov/render-record.ts';
import { scanLcov } from '../lcov/scan.ts';
import { gatherReport } from './gather-report.ts';
import { addRecords, type MeasuredFile, type MeasuredFiles } from './measured-file.ts';

const place = (source: string): string | null => (source.startsWith('/') ? null : source);

/** What a report comes to, or its error. */
function told(gather: () => MeasuredFiles): unknown {
  try {
    return [...gather()].map(([file, { counts, record }]) => {
      const { lines, functions, branches } = counts;
      const count = [lines, functions, branches].map(({ found, hit }) => `${hit}/${found}`);
      return { file, count, record: Buffer.from(record).toString() };
    });
  } catch (error) {
    if (!(error instanceof FormworkError)) throw error;
    return { code: error.code, line: error.line, message: error.message };
  }
}

function gathered(bytes: Buffer, size = 2 ** 20): unknown {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  return told(() => gatherReport({ file: 'lcov.info', chunks, place }, recordRenderer()));
}

/** The same by a scan of all. */
function scanned(bytes: Buffer): unknown {
  return told(() => {
    const files = new Map<string, MeasuredFile>();
    const records = [...scanLcov([bytes], 'lcov.info')].filter(({ source }) => place(source) !== null);
    addRecords(
      records.map((record) => ({ file: record.source, record })),
      files,
      recordRenderer(),
    );
    return files;
  });
}

const whole = [
  ...['TN:a test', 'SF:src/a.ts', 'FN:1,a', 'FN:4,b c', 'FNF:2', 'FNH:1', 'FNDA:2,a', 'FNDA:0,b c'],
  ...['DA:1,2', 'DA:4,0', 'DA:12,34567', 'LF:3', 'LH:2', 'BRDA:1,0,0,2', 'BRDA:1,0,1,0', 'BRDA:4,1,0,-', 'BRF:3', 'BRH:1', 'end_of_record'],
];

/** One line changed, left out or added makes a record another one, which may not be taken as it stands, or is corrupt. */
for (const [what, change] of [
  ['as it is', {}],
  ['no test name', { 'TN:a test': null }],
  ['two test names', { 'TN:a test': 'TN:a\nTN:b' }],
  ['a carriage return in a test name', { 'TN:a test': 'TN:a\rb' }],
  ['no source', { 'SF:src/a.ts': null }],
  ['an empty source', { 'SF:src/a.ts': 'SF:' }],
  ['a source with a carriage return', { 'SF:src/a.ts': 'SF:src/a.ts\r' }],
  ['a source in Unicode', { 'SF:src/a.ts': 'SF:src/größe.ts' }],
  ['a source elsewhere', { 'SF:src/a.ts': 'SF:/usr/a.ts' }],
  ['a source elsewhere, of a record that is read', { 'SF:src/a.ts': 'SF:/usr/a.ts', 'DA:4,0': 'DA:04,00' }],
  ['a name in Unicode', { 'FN:1,a': 'FN:1,größe', 'FNDA:2,a': 'FNDA:2,größe' }],
  ['a name that is a number', { 'FN:1,a': 'FN:1,5,x', 'FNDA:2,a': 'FNDA:2,x' }],
  ['a name that is too long', { 'FN:1,a': `FN:1,${'a'.repeat(2 ** 20)}`, 'FNDA:2,a': `FNDA:2,${'a'.repeat(2 ** 20)}` }],
  ['an empty name', { 'FN:1,a': 'FN:1,', 'FNDA:2,a': 'FNDA:2,' }],
  ['a name with a carriage return', { 'FN:1,a': 'FN:1,a\rb' }],
  ['functions out of order', { 'FN:1,a': 'FN:9,a' }],
  ['a function of no line', { 'FN:1,a': 'FN:0,a' }],
  ['a function without a name', { 'FN:1,a': 'FN:1' }],
  ['calls out of order', { 'FNDA:2,a': 'FNDA:0,b c', 'FNDA:0,b c': 'FNDA:2,a' }],
  ['a call that is no number', { 'FNDA:2,a': 'FNDA:x,a' }],
  ['a call of nothing', { 'FNDA:2,a': 'FNDA:2' }],
  ['a call of a longer name', { 'FNDA:2,a': 'FNDA:2,ab' }],
  ['a call of another name', { 'FNDA:2,a': 'FNDA:2,z' }],
  ['no calls', { 'FNDA:2,a': null, 'FNDA:0,b c': null }],
  ['no functions', { 'FN:1,a': null, 'FN:4,b c': null, 'FNDA:2,a': null, 'FNDA:0,b c': null }],
  ['calls before functions', { 'FN:1,a': 'FNDA:2,a\nFN:1,a', 'FNDA:2,a': null }],
  ['functions among others', { 'DA:4,0': 'FN:9,x\nDA:4,0' }],
  ['lines among others', { 'BRF:3': 'DA:90,1' }],
  ['arms among others', { 'LF:3': 'BRDA:90,9,0,1' }],
  ['calls among others', { 'FNDA:0,b c': 'LF:1\nFNDA:0,b c' }],
  ['lines out of order', { 'DA:4,0': 'DA:40,0' }],
  ['a line twice', { 'DA:4,0': 'DA:4,0\nDA:4,1' }],
  ['a checksum', { 'DA:4,0': 'DA:4,0,abc' }],
  ['a leading zero', { 'DA:4,0': 'DA:04,00' }],
  ['a count past what a number holds', { 'DA:4,0': 'DA:4,99999999999999999999' }],
  ['a line past what a file has', { 'DA:12,34567': 'DA:99999999999,1' }],
  ['a negative count', { 'DA:4,0': 'DA:4,-1' }],
  ['a line that is none', { 'DA:4,0': 'DA:,1' }],
  ['an arm twice', { 'BRDA:1,0,1,0': 'BRDA:1,0,0,1' }],
  [
    'arms in the order of their lines alone',
    { 'BRDA:1,0,0,2': 'BRDA:1,7,0,2', 'BRDA:1,0,1,0': 'BRDA:2,7,1,0', 'BRDA:4,1,0,-': 'BRDA:3,0,1,1' },
  ],
  ['arms in no order', { 'BRDA:1,0,0,2': 'BRDA:1,7,0,2', 'BRDA:1,0,1,0': 'BRDA:2,0,1,0', 'BRDA:4,1,0,-': 'BRDA:2,0,0,1' }],
  ['arms against their lines', { 'BRDA:1,0,0,2': 'BRDA:9,0,0,2' }],
  ['an arm of an exception', { 'BRDA:4,1,0,-': 'BRDA:4,e1,0,-' }],
  ['an arm by its expression', { 'BRDA:4,1,0,-': 'BRDA:4,1,a > b,-' }],
  ['an arm without a count', { 'BRDA:4,1,0,-': 'BRDA:4,1,0' }],
  ['an arm without a branch', { 'BRDA:4,1,0,-': 'BRDA:4,1' }],
  ['an arm without a block', { 'BRDA:4,1,0,-': 'BRDA:4' }],
  ['an arm with too much', { 'BRDA:4,1,0,-': 'BRDA:4,1,0,-x' }],
  ['the form of lcov 2.2', { 'FN:1,a': null, 'FNDA:2,a': 'FNL:0,1,2\nFNA:0,2,a' }],
  ['a comment', { 'LF:3': '# words' }],
  ['a blank line', { 'LF:3': '' }],
  ['a key that nobody knows', { 'LF:3': 'VER:1' }],
  ['a carriage return in a sum', { 'LF:3': 'LF:\r3' }],
  ['a zero byte in a path', { 'SF:src/a.ts': 'SF:src/a.ts\0' }],
  ['no record at all', { 'LF:3': 'words' }],
  ['no end', { end_of_record: null }],
  ['an end with a carriage return', { end_of_record: 'end_of_record\r' }],
] as const) {
  test(`a record that is taken as it stands, or read: ${what}`, () => {
    const changed = whole.flatMap(
      (line) => Object.entries<string | null>(change).find(([from]) => from === line)?.[1] ?? (line in change ? [] : line),
    );
    const report = Buffer.from(`${[...whole, ...changed, ...whole].join('\n').replace('SF:src/a.ts', 'SF:src/z.ts')}\n`);
    deepEqual(gathered(report), scanned(report));
    deepEqual(gathered(report.subarray(0, -1), 700), scanned(report));
  });
}

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...whole) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'SF:src/b.ts',
      'SF:src/é.ts',
      'SF:/usr/x.ts',
      'DA:5,5',
      'DA:2,1,x',
      'FN:2,a',
      'BRDA:1,0,1,4',
      '\uFEFF',
      '',
      'TN:\r',
    ),
  },
);

test('whatever the report is, it comes to the same as by a scan of all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(whole), fc.array(line), fc.subarray(whole)), { maxLength: 4 }),
      fc.integer({ min: 1, max: 400 }),
      (parts, size) => {
        const report = Buffer.from(parts.flat().join('\n'));
        deepEqual(gathered(report, size), scanned(report));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('a line that no report has is none, in whatever pieces it comes', () => {
  const report = Buffer.from(`TN:\nSF:src/a.ts\n# ${'x'.repeat(2 ** 20)}\nDA:1,1\nend_of_record\n`);
  throws(() => gatherReport({ file: 'lcov.info', chunks: [report.subarray(0, 2 ** 20), report.subarray(2 ** 20)], place }, recordRenderer()), {
    code: 'lcov/corrupt',
    message: 'lcov.info cannot be right: a line is longer than 1 MiB.',
  });
});

test('a report of other line ends is scanned, however long it is', () => {
  const records = Array.from(
    { length: 9_000 },
    (_, index) => `SF:src/${index}.ts\r\nDA:1,1\r\n# ${'words '.repeat(400)}\r\nend_of_record\r\n`,
  );
  const report = Buffer.from(records.join(''));
  const chunks = Array.from({ length: 21 }, (_, index) => report.subarray(index * 2 ** 20, (index + 1) * 2 ** 20));
  equal(gatherReport({ file: 'lcov.info', chunks, place }, recordRenderer()).size, 9_000);
});
