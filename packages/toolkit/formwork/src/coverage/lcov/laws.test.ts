import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { FormworkError } from '../../report/formwork-error.ts';
import { renderLcov } from '../testing/render-lcov.ts';
import type { FileCoverage } from './merged.ts';
import type { LcovRecord } from './record.ts';
import { scanLcov } from './scan.ts';

const plain = { noNullPrototype: true } as const;
const odd = ['', 'get', '5', '5,x', 'a, b', '1,-', '#', 'SF:a', 'end_of_record', 'größe'];
const name = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...odd))
  .filter((text) => !/[\r\n]/.test(text));
const line = fc.integer({ min: 1, max: 40 });
const count = fc.oneof(fc.nat(3), fc.maxSafeNat());

const lines = fc
  .uniqueArray(fc.tuple(line, count), { selector: ([number]) => number })
  .map((drawn) => drawn.sort(([a], [b]) => a - b))
  .map((drawn) => ({ numbers: drawn.map(([number]) => number), hits: drawn.map(([, hits]) => hits) }));
const functions = fc
  .array(fc.record({ name, line, hits: count }, plain), { maxLength: 5 })
  .map((drawn) => drawn.sort((a, b) => a.line - b.line));
const branches = fc
  .uniqueArray(
    fc.record(
      {
        line,
        block: fc.oneof(fc.nat(2).map(String), fc.constantFrom('e0', 'e1')),
        branch: fc.oneof(fc.nat(2).map(String), name.filter((text) => !/^\d*$/.test(text))),
        taken: fc.option(count),
      },
      plain,
    ),
    { selector: (arm) => [arm.line, arm.block, arm.branch].join(), maxLength: 6 },
  )
  .map((drawn) => drawn.sort((a, b) => a.line - b.line));

/** Reports, each source in one record, in the order that `renderLcov` gives them. */
const coverage = fc
  .uniqueArray(fc.tuple(name.filter((path) => path !== '' && !path.includes('\0')), fc.record({ lines, functions, branches }, plain)), {
    selector: ([source]) => source,
    maxLength: 4,
  })
  .map((drawn) => new Map<string, FileCoverage>(drawn.sort(([a], [b]) => (a < b ? -1 : 1))));

test('what was rendered is scanned as it was', () => {
  fc.assert(
    fc.property(coverage, (drawn) => deepEqual(scanned([renderLcov(drawn)]), { records: recordsOf(drawn) })),
    { numRuns: 1_500 },
  );
});

test('a report that lacks a line lacks its fact, or is corrupt', () => {
  fc.assert(
    fc.property(
      coverage.filter(({ size }) => size > 0),
      fc.nat(),
      (drawn, random) => {
        const text = renderLcov(drawn).split('\n').slice(0, -1);
        const gone = random % text.length;
        const rest = text.toSpliced(gone, 1).join('\n');
        const record = text.slice(0, gone).filter((one) => one === 'end_of_record').length;
        const expected = without(String(text[gone]), record, recordsOf(drawn));
        const said = scanned([rest]);
        deepEqual('records' in said ? said.records : null, expected);
        // Where records begin and end, even those that nobody wants are looked at.
        if (/^SF:|^end_of_record$/.test(String(text[gone]))) equal('records' in scanned([rest], () => false), false);
      },
    ),
    { numRuns: 2_500 },
  );
});

/** Valid reports with something done to their bytes, and bytes of all kinds. */
const bytes = fc.oneof(
  fc
    .tuple(coverage, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(fc.constantFrom(10, 13, 44, 45, 48, 58, 83), fc.nat(255)))))
    .map(([drawn, faults]) => {
      const report = [...Buffer.from(renderLcov(drawn))];
      for (const [at, removed, put] of faults) report.splice(at % (report.length + 1), removed, put);
      return Buffer.from(report);
    }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('SF:a.ts', 'SF:', 'end_of_record', 'TN:x', 'LF:1', 'DA:1,1', 'DA:1,1', 'DA:1,-1', 'DA:', 'FN:1,2,a', 'FNDA:1,a'),
        fc.constantFrom('FNL:0,1', 'FNA:0,1,a', 'BRDA:1,0,0,-', 'BRDA:1,e0,x,1', 'BRDA:,,,', '#', '', '\uFEFF', '\r', '__proto__:1'),
        name,
      ),
    )
    .map((drawn) => Buffer.from(drawn.join('\n'))),
  fc.uint8Array({ maxLength: 200 }).map((drawn) => Buffer.from(drawn)),
);

test('whatever the bytes are, they are records or corrupt, and the same in any pieces', () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat()), fc.func(fc.boolean()), (drawn, cuts, ofSource) => {
      const wants = (source: string): boolean => ofSource(source);
      const said = scanned([drawn]);
      const places = [0, ...cuts.map((cut) => cut % (drawn.length + 1)), drawn.length].sort((a, b) => a - b);
      const pieces = places.map((place, index) => drawn.subarray(places[index - 1] ?? 0, place));
      deepEqual(scanned(pieces), said);

      const some = scanned(pieces, wants);
      deepEqual(some, scanned([drawn], wants));
      if ('records' in said) deepEqual(some, { records: said.records.filter(({ source }) => wants(source)) });
      for (const { source, lines: { numbers, hits } } of 'records' in said ? said.records : []) {
        equal(source === '', false);
        equal(numbers.every((number, index) => Number.isSafeInteger(number) && number > (numbers[index - 1] ?? 0)), true);
        equal(numbers.length === hits.length && hits.every((hit) => Number.isSafeInteger(hit) && hit >= 0), true);
      }
    }),
    { numRuns: 6_000 },
  );
});

test('a report cut at each of its bytes, and into its bytes, is the same report', () => {
  const text = 'TN:\r\nSF:größe.ts\r\nFN:3,é\nFNDA:2,é\r\nDA:12,345\nBRDA:4,0,1,-\nend_of_record\r\nSF:b\nDA:7,0,x\nend_of_record';
  const whole = Buffer.from(`\uFEFF${text}`);
  const said = scanned([whole]);
  equal('records' in said && said.records.length, 2);
  for (let cut = 0; cut <= whole.length; cut += 1) deepEqual(scanned([whole.subarray(0, cut), whole.subarray(cut)]), said);
  deepEqual(scanned(Array.from(whole, (one) => Buffer.of(one))), said);
});

type Outcome = { readonly records: readonly LcovRecord[] } | { readonly line: number | undefined; readonly message: string };

function scanned(pieces: readonly (Uint8Array | string)[], wants?: (source: string) => boolean): Outcome {
  const chunks = pieces.map((piece) => Buffer.from(piece));
  try {
    return { records: [...scanLcov(chunks, 'lcov.info', wants)] };
  } catch (error) {
    if (error instanceof FormworkError && error.code === 'lcov/corrupt') return { line: error.line, message: error.message };
    throw error;
  }
}

function recordsOf(drawn: ReadonlyMap<string, FileCoverage>): readonly LcovRecord[] {
  return Array.from(drawn, ([source, covered]) => ({ source, ...covered }));
}

/** The records less what a line of the given record says; null where nothing is left to be believed. */
function without(gone: string, index: number, records: readonly LcovRecord[]): readonly LcovRecord[] | null {
  const [key = '', value = ''] = gone.split(/:(.*)/s);
  const changed = (change: (record: LcovRecord) => Partial<LcovRecord>): readonly LcovRecord[] =>
    records.map((record, at) => (at === index ? { ...record, ...change(record) } : record));
  if (['SF', 'FN', 'end_of_record'].includes(key)) return null;
  if (key === 'DA') {
    const at = (records[index]?.lines.numbers ?? []).indexOf(Number.parseInt(value, 10));
    return changed(({ lines: { numbers, hits } }) => ({ lines: { numbers: numbers.toSpliced(at, 1), hits: hits.toSpliced(at, 1) } }));
  }
  if (key === 'BRDA') {
    const isGone = ({ line: at, block, branch, taken }: LcovRecord['branches'][number]): boolean =>
      value === `${at},${block},${branch},${taken ?? '-'}`;
    return changed((record) => ({ branches: record.branches.filter((arm) => !isGone(arm)) }));
  }
  if (key === 'FNDA') {
    const called = value.slice(value.indexOf(',') + 1);
    const isGone = (one: LcovRecord['functions'][number]): boolean => one.name === called;
    if ((records[index]?.functions ?? []).filter(isGone).length > 1) return null;
    return changed((record) => ({ functions: record.functions.map((one) => (isGone(one) ? { ...one, hits: 0 } : one)) }));
  }
  return records;
}
