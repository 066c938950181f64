import { plainRecord, type PlainRecord } from '../lcov/plain-record.ts';
import type { LcovRecord } from '../lcov/record.ts';
import type { RecordRenderer } from '../lcov/render-record.ts';
import { scanLcov } from '../lcov/scan.ts';
import { addRecords, type MeasuredFile, type MeasuredFiles } from './measured-file.ts';
import type { Counts } from './totals.ts';
import { recordEnd, wholeRecords } from './whole-records.ts';

type Report = {
  /** How errors call it. */
  readonly file: string;
  readonly chunks: Iterable<Uint8Array>;
  /** Which file of the repository a source is; null where it lies outside. */
  readonly place: (source: string) => string | null;
};

/**
 * Gathers what a report says by file, as scanning all of it would, in a third of the time: most records can be taken as they stand, and
 * only the others are read. Throws `lcov/corrupt` and what `place` throws.
 */
export function gatherReport(report: Report, renderer: RecordRenderer): MeasuredFiles {
  const gathered = new Map<string, MeasuredFile>();
  for (const bytes of wholeRecords(report.chunks)) {
    if (!gather(bytes, report.place, gathered, renderer)) return scanned(report, renderer);
  }
  return gathered;
}

/** Of a line that is longer a scan says that it is none. */
const longestLine = 2 ** 20;

/** Gathers the records in some bytes; false where something is wrong with one, which only a scan from the start can say. */
function gather(bytes: Buffer, place: Report['place'], into: Map<string, MeasuredFile>, renderer: RecordRenderer): boolean {
  const lines = { bytes, at: 0, before: 0 };
  while (lines.at < bytes.length) {
    const from = lines.at;
    const plain = plainRecord(lines);
    if (plain !== null && lines.at - from <= longestLine) {
      const file = place(plain.source);
      if (file === null) continue;
      if (!into.has(file)) {
        into.set(file, { counts: countsIn(plain), record: renderer.copy(file, plain, bytes) });
        continue;
      }
    }
    lines.at = recordEnd(bytes, from);
    const records = recordsIn(bytes.subarray(from, lines.at));
    if (records === null) return false;
    addRecords(placed(records, place), into, renderer);
  }
  return true;
}

function countsIn({ calls, branches, lines }: PlainRecord): Counts {
  return { lines, functions: calls, branches, statements: null };
}

/** Null where they cannot be read; the scan from the start meets the same error, and throws it. */
function recordsIn(bytes: Buffer): readonly LcovRecord[] | null {
  try {
    // Behind the first byte a byte order mark is none.
    return [...scanLcov([Buffer.from('\n'), bytes], '')];
  } catch {
    return null;
  }
}

function scanned({ file, chunks, place }: Report, renderer: RecordRenderer): MeasuredFiles {
  const gathered = new Map<string, MeasuredFile>();
  addRecords(placed(scanLcov(chunks, file), place), gathered, renderer);
  return gathered;
}

function* placed(records: Iterable<LcovRecord>, place: Report['place']): Generator<{ readonly file: string; readonly record: LcovRecord }> {
  for (const record of records) {
    const file = place(record.source);
    if (file !== null) yield { file, record };
  }
}
