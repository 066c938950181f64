import { StringDecoder } from 'node:string_decoder';
import { FormworkError } from '../../report/formwork-error.ts';
import { addTaken, sum, type LcovBranch, type LcovRecord } from './record.ts';

/**
 * Scans lcov, as `man geninfo` describes the format, and yields each record as it ends. The bytes may come in any pieces. Records that
 * nobody `wants` are passed over.
 *
 * What is right: lines end in LF or CRLF; a byte order mark, blank lines, `#` comments, test names and records of other names are passed
 * over; so are the sums (LF, LH, FNF, FNH, BRF, BRH), which follow from the rest. A name may hold commas. A line or an arm that stands
 * twice has the hits of both. The n-th FNDA of a name belongs to the n-th FN of it, in whatever order they stand; one that has no FN is
 * passed over, and an FN without FNDA was never called.
 *
 * Anything else is `lcov/corrupt`, thrown with its line: a record that does not begin, does not end or is begun twice, a line that is no
 * record, a number that is negative, broken or none. `file` is how the error calls the report.
 */
export function* scanLcov(
  chunks: Iterable<Uint8Array>,
  file: string,
  wants: (source: string) => boolean = () => true,
): Generator<LcovRecord, void, undefined> {
  let record: OpenRecord | null = null;
  let at = 0;
  for (const text of linesOf(chunks)) {
    at += 1;
    if (text === '' || text.startsWith('#')) continue;
    if (text === 'end_of_record') {
      if (record === null) throw corrupt(file, at, 'end_of_record ends a record that never began');
      if (wants(record.source)) yield closed(record);
      record = null;
      continue;
    }
    const colon = text.indexOf(':');
    const key = text.slice(0, Math.max(colon, 0));
    const value = text.slice(colon + 1);
    if (key === 'SF') {
      if (record !== null) throw corrupt(file, at, `the record of ${record.source} does not end before this one begins`);
      if (value === '') throw corrupt(file, at, 'SF names no file');
      record = { source: value, lines: new Map(), functions: [], calls: new Map(), branches: new Map() };
    } else if (isData(key)) {
      if (record === null) throw corrupt(file, at, `${key} stands outside of a record`);
      const wrong = readers[key](record, value);
      if (wrong !== null) throw corrupt(file, at, wrong);
    } else if (!/^[A-Z]+$/.test(key)) throw corrupt(file, at, `'${text.slice(0, 60)}' is no record of lcov`);
  }
  if (record !== null) throw corrupt(file, at, `the report breaks off in the record of ${record.source}`);
}

type OpenRecord = {
  readonly source: string;
  readonly lines: Map<number, number>;
  readonly functions: { readonly name: string; readonly line: number }[];
  /** The calls of each name, in the order of their FNDA. */
  readonly calls: Map<string, number[]>;
  readonly branches: Map<string, LcovBranch>;
};

/** Each puts a record's value in its place, or says what is wrong with it. */
const readers = {
  DA: (record, value) => {
    const comma = value.indexOf(',');
    const checksum = value.indexOf(',', comma + 1);
    const line = naturalNumber(value.slice(0, Math.max(comma, 0)));
    const hits = naturalNumber(checksum > comma ? value.slice(comma + 1, checksum) : value.slice(comma + 1));
    if (line === null || line === 0 || hits === null) return `DA:${value} is no line and count`;
    record.lines.set(line, sum(record.lines.get(line) ?? 0, hits));
    return null;
  },
  FN: (record, value) => {
    const { line, name = '' } = /^(?<line>\d+),(?:\d+,)?(?<name>.*)$/.exec(value)?.groups ?? {};
    if (line === undefined) return `FN:${value} is no line and name`;
    record.functions.push({ line: limited(line), name });
    return null;
  },
  FNDA: (record, value) => {
    const comma = value.indexOf(',');
    const hits = naturalNumber(value.slice(0, Math.max(comma, 0)));
    if (hits === null) return `FNDA:${value} is no count and name`;
    const name = value.slice(comma + 1);
    const calls = record.calls.get(name);
    if (calls === undefined) record.calls.set(name, [hits]);
    else calls.push(hits);
    return null;
  },
  BRDA: (record, value) => {
    const arm = /^(?<line>[1-9]\d*),(?<block>e?\d+),(?<branch>.+),(?<taken>-|\d+)$/.exec(value)?.groups;
    const { line, block = '', branch = '', taken } = arm ?? {};
    if (line === undefined) return `BRDA:${value} is no line, block, branch and count`;
    const key = `${line},${block},${branch}`;
    const hits = taken === undefined || taken === '-' ? null : limited(taken);
    record.branches.set(key, { line: limited(line), block, branch, taken: addTaken(record.branches.get(key)?.taken ?? null, hits) });
    return null;
  },
} satisfies Record<string, (record: OpenRecord, value: string) => string | null>;

function isData(key: string): key is keyof typeof readers {
  return Object.hasOwn(readers, key);
}

function closed({ source, lines, functions, calls, branches }: OpenRecord): LcovRecord {
  for (const hits of calls.values()) hits.reverse();
  const called = functions.map(({ name, line }) => ({ name, line, hits: calls.get(name)?.pop() ?? 0 }));
  const sorted = [...lines].sort(([a], [b]) => a - b);
  return {
    source,
    lines: { numbers: sorted.map(([line]) => line), hits: sorted.map(([, hits]) => hits) },
    functions: called,
    branches: [...branches.values()],
  };
}

/** The number that a text of digits says; null for any other. Asked twice for each line of each report. */
function naturalNumber(text: string): number | null {
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
  }
  return text === '' ? null : limited(text);
}

function limited(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

function* linesOf(chunks: Iterable<Uint8Array>): Generator<string, void, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let atStart = true;
  for (const chunk of chunks) {
    const text = rest + decoder.write(Buffer.from(chunk));
    let start = atStart && text.startsWith('\uFEFF') ? 1 : 0;
    atStart &&= text === '';
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield withoutReturn(text.slice(start, end));
      start = end + 1;
    }
    rest = text.slice(start);
  }
  yield withoutReturn(rest + decoder.end());
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
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
