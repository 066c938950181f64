import { FormworkError } from '../../report/formwork-error.ts';
import { beginPlain } from './begin-plain.ts';
import { byte, Misread, type Lines } from './read-bytes.ts';
import { beginRecord, closed, readFacts, skipFacts, type OpenRecord } from './read-record.ts';
import type { LcovRecord } from './record.ts';
import { wholeLines } from './whole-lines.ts';

/**
 * Scans lcov, as `man geninfo` describes the format, and yields each record as it ends. The bytes may come in any pieces, of which one at a
 * time is held; where something is wrong they are walked over once more, to tell its line. Of records that nobody `wants` nothing but
 * their beginning and their end is looked at. `file` is how errors call the report.
 *
 * What is right: lines end in LF or CRLF, and the last one may lack it; a byte order mark, blank lines, `#` comments and test names are
 * passed over; so are, within a record, the sums (LF, LH, FNF, FNH, BRF, BRH), which follow from the rest, and keys that say nothing of
 * lines, functions or branches. Names are UTF-8 and may hold commas. A line or an arm that stands twice has the hits of both. A function
 * is an FN, or an FNA of an FNL; the n-th FNDA of a name belongs to the n-th FN of it, in whatever order they stand, and an FN without FNDA
 * was never called. Counts past what a number holds exactly stay there. A report that names no source is right, and knows nothing.
 *
 * Anything else is `lcov/corrupt`, thrown with its line: a record that does not begin, does not end or is begun twice, a line that is no
 * record, a count that is negative, broken or none, the number of a line that no file has, calls that fit no function, a carriage return
 * that ends no line, a line of more than 1 MiB.
 */
export function* scanLcov(
  chunks: Iterable<Uint8Array>,
  file: string,
  wants: (source: string, place: number) => boolean = () => true,
): Generator<LcovRecord, void, undefined> {
  let open: OpenRecord | null = null;
  let length = 0;
  try {
    for (const lines of wholeLines(chunks)) {
      passByteOrderMark(lines);
      while (lines.at < lines.bytes.length) {
        open ??= beginPlain(lines, wants) ?? beginRecord(lines, wants);
        if (open === null) break;
        const { source, facts } = open;
        if (facts === null ? !skipFacts(lines, source) : !readFacts(lines, source, facts)) break;
        open = null;
        if (facts !== null) yield closed(source, facts);
      }
      length = lines.before + lines.bytes.length;
    }
    if (open !== null) throw new Misread(`the report breaks off in the record of ${open.source}`, length);
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    throw corrupt(file, lineOf(error.place, chunks), error.message);
  }
}

/** Where the record of a source begins: the byte of its `SF:`, from 0. */
export type RecordPlace = { readonly source: string; readonly place: number };

/** All that a report names after `SF:`, in its order. Throws `lcov/corrupt`. */
export function recordPlaces(chunks: Iterable<Uint8Array>, file: string): readonly RecordPlace[] {
  const records: RecordPlace[] = [];
  const wants = (source: string, place: number): boolean => {
    records.push({ source, place });
    return false;
  };
  // As none is wanted, the first step is the last.
  scanLcov(chunks, file, wants).next();
  return records;
}

function passByteOrderMark(lines: Lines): void {
  if (lines.before === 0 && lines.bytes[0] === 0xef && lines.bytes[1] === 0xbb && lines.bytes[2] === 0xbf) lines.at = 3;
}

function lineOf(place: number, chunks: Iterable<Uint8Array>): number {
  let line = 1;
  let before = 0;
  for (const chunk of chunks) {
    const here = chunk.subarray(0, Math.max(place - before, 0));
    for (let at = here.indexOf(byte.lineFeed); at !== -1; at = here.indexOf(byte.lineFeed, at + 1)) line += 1;
    before += chunk.length;
    if (before > place) break;
  }
  return line;
}

function corrupt(file: string, line: number, what: string): FormworkError {
  return new FormworkError({
    code: 'lcov/corrupt',
    message: `${file} cannot be right: ${what}.`,
    fix: 'Make the report anew, and let nothing else write to it meanwhile.',
    file,
    line,
  });
}
