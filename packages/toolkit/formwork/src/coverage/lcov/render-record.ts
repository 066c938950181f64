import type { FileCoverage } from './merged.ts';
import type { Part, PlainRecord } from './plain-record.ts';

/**
 * Makes records of lcov: functions, branches and lines in the order of their lines, each with their sums. The bytes of one stay as they are
 * when the next one is made.
 */
export type RecordRenderer = {
  readonly render: (file: string, coverage: FileCoverage) => Uint8Array;
  /** The same of a record that was not read, whose parts stand in `bytes`. */
  readonly copy: (file: string, plain: PlainRecord, bytes: Buffer) => Uint8Array;
};

const slab = 2 ** 20;

/** Renders into large pieces of memory, digit by digit: most of a report is numbers, and a text for each takes four times as long. */
export function recordRenderer(): RecordRenderer {
  let bytes = Buffer.allocUnsafe(0);
  let from = 0;
  const record = (most: number, put: (into: Buffer, at: number) => number): Uint8Array => {
    if (from + most > bytes.length) {
      bytes = Buffer.allocUnsafe(Math.max(slab, most));
      from = 0;
    }
    const end = put(bytes, from);
    const made = bytes.subarray(from, end);
    from = end;
    return made;
  };
  return {
    render: (file, coverage) => record(mostOf(file, coverage), (into, at) => putRecord(into, at, file, coverage)),
    copy: (file, plain, source) => {
      const { functions, calls, branches, lines } = plain;
      const parts = [functions, calls, branches, lines].reduce((sum, { from: begin, to }) => sum + to - begin, 0);
      return record(around + file.length * unit + parts, (into, at) => putPlain(into, at, file, plain, source));
    },
  };
}

/** The most that stands around the lines of a record: the keys of its file and its end, and the sums. */
const around = 10 * 24;
/** More than the digits of a number take, and what stands around them. */
const number = 24;
/** The most bytes that a UTF-16 unit takes. */
const unit = 3;

/** How many bytes a record takes at most. */
function mostOf(file: string, { lines, functions, branches }: FileCoverage): number {
  let most = around + file.length * unit + lines.numbers.length * 2 * number;
  for (const { name } of functions) most += 2 * (2 * number + name.length * unit);
  for (const { block, branch } of branches) most += 3 * number + (block.length + branch.length) * unit;
  return most;
}

function putRecord(bytes: Buffer, from: number, file: string, { lines, functions, branches }: FileCoverage): number {
  let at = putText(bytes, putText(bytes, from, 'TN:\nSF:'), file);
  bytes[at++] = lineFeed;
  at = putFunctions(bytes, at, inOrder(functions));
  at = putBranches(bytes, at, inOrder(branches));
  let reached = 0;
  for (let index = 0; index < lines.numbers.length; index += 1) {
    const hits = Number(lines.hits[index]);
    at = putNumber(bytes, putText(bytes, at, 'DA:'), Number(lines.numbers[index]));
    bytes[at++] = comma;
    at = putNumber(bytes, at, hits);
    bytes[at++] = lineFeed;
    if (hits > 0) reached += 1;
  }
  return putText(bytes, putSums(bytes, at, 'L', lines.numbers.length, reached), 'end_of_record\n');
}

function putPlain(bytes: Buffer, from: number, file: string, { functions, calls, branches, lines }: PlainRecord, source: Buffer): number {
  let at = putText(bytes, putText(bytes, from, 'TN:\nSF:'), file);
  bytes[at++] = lineFeed;
  const copied = (part: Part): void => void (at += source.copy(bytes, at, part.from, part.to));
  copied(functions);
  copied(calls);
  at = putSums(bytes, at, 'FN', calls.found, calls.hit);
  copied(branches);
  at = putSums(bytes, at, 'BR', branches.found, branches.hit);
  copied(lines);
  return putText(bytes, putSums(bytes, at, 'L', lines.found, lines.hit), 'end_of_record\n');
}

function putFunctions(bytes: Buffer, from: number, functions: FileCoverage['functions']): number {
  let at = from;
  let called = 0;
  for (const { line, name } of functions) {
    at = putNumber(bytes, putText(bytes, at, 'FN:'), line);
    bytes[at++] = comma;
    // A name that begins like the number of a last line needs one before it.
    if (name.charCodeAt(0) <= nine && /^\d+,/.test(name)) at = putText(bytes, putNumber(bytes, at, line), ',');
    at = putText(bytes, at, name);
    bytes[at++] = lineFeed;
  }
  for (const { hits, name } of functions) {
    at = putNumber(bytes, putText(bytes, at, 'FNDA:'), hits);
    bytes[at++] = comma;
    at = putText(bytes, at, name);
    bytes[at++] = lineFeed;
    if (hits > 0) called += 1;
  }
  return putSums(bytes, at, 'FN', functions.length, called);
}

function putBranches(bytes: Buffer, from: number, branches: FileCoverage['branches']): number {
  let at = from;
  let reached = 0;
  for (const { line, block, branch, taken } of branches) {
    at = putNumber(bytes, putText(bytes, at, 'BRDA:'), line);
    bytes[at++] = comma;
    at = putText(bytes, at, block);
    bytes[at++] = comma;
    at = putText(bytes, at, branch);
    bytes[at++] = comma;
    at = taken === null ? putText(bytes, at, '-') : putNumber(bytes, at, taken);
    bytes[at++] = lineFeed;
    if (taken !== null && taken > 0) reached += 1;
  }
  return putSums(bytes, at, 'BR', branches.length, reached);
}

const lineFeed = 10;
const comma = 44;
const zero = 48;
const nine = 57;

/** `LF:2` and `LH:1`. */
function putSums(bytes: Buffer, from: number, what: string, found: number, reached: number): number {
  const at = putNumber(bytes, putText(bytes, putText(bytes, from, what), 'F:'), found);
  const next = putText(bytes, putText(bytes, putText(bytes, at, '\n'), what), 'H:');
  return putText(bytes, putNumber(bytes, next, reached), '\n');
}

function putText(bytes: Buffer, from: number, words: string): number {
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    if (code > 127) return from + index + bytes.write(words.slice(index), from + index);
    bytes[from + index] = code;
  }
  return from + words.length;
}

function putNumber(bytes: Buffer, from: number, value: number): number {
  if (value < 10) {
    bytes[from] = zero + value;
    return from + 1;
  }
  const rest = Math.floor(value / 10);
  const at = putNumber(bytes, from, rest);
  bytes[at] = zero + (value - rest * 10);
  return at + 1;
}

function inOrder<Item extends { readonly line: number }>(items: readonly Item[]): readonly Item[] {
  let last = 0;
  for (const { line } of items) {
    if (line < last) return [...items].sort((a, b) => a.line - b.line);
    last = line;
  }
  return items;
}
