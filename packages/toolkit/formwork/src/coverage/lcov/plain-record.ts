import { keys, takeKey } from './keys.ts';
import { byte, lastLine, natural, takes, takesText, type Lines } from './read-bytes.ts';

/** Lines of one kind: where they stand in the bytes, one behind the other, how many there are and how many were reached. */
export type Part = { readonly from: number; readonly to: number; readonly found: number; readonly hit: number };

/** A record of which nothing was read but what it counts. */
export type PlainRecord = {
  readonly source: string;
  /** `FN`, and an `FNDA` for each. */
  readonly functions: Part;
  readonly calls: Part;
  readonly branches: Part;
  readonly lines: Part;
};

const none: Part = { from: 0, to: 0, found: 0, hit: 0 };

/** The keys of lines that say something of a record; all others are passed over. */
const telling: readonly number[] = Object.values(keys).filter((key) => key !== keys.TN);

/**
 * Moves behind a record and says where its parts stand, without an object for each of its lines; null where it cannot be taken as it
 * stands, and then `lines` are anywhere. Its parts are, byte by byte, what `recordRenderer` writes of what `scanLcov` reads: lines of one
 * kind together and in the order of their numbers, calls in the order of their functions, each arm once, names in ASCII; no checksums,
 * carriage returns, leading zeros and keys that few tools write.
 */
export function plainRecord(lines: Lines): PlainRecord | null {
  const source = sourceOf(lines);
  const parts = { functions: none, calls: none, branches: none, lines: none };
  while (source !== null) {
    const from = lines.at;
    const key = takeKey(lines);
    const isPassed = key !== 0 && !telling.includes(key) && restOfLine(lines) !== null;
    if (isPassed) continue;
    lines.at = from;
    if (key === keys.DA && parts.lines === none) parts.lines = hitsFrom(lines);
    else if (key === keys.FN && parts.functions === none) parts.functions = functionsFrom(lines);
    else if (key === keys.FNDA && parts.calls === none) parts.calls = callsFrom(lines);
    else if (key === keys.BRDA && parts.branches === none) parts.branches = armsFrom(lines);
    else if (parts.functions.found === parts.calls.found && takesText(lines, 'end_of_record')) return { source, ...parts };
    if (lines.at === from) return null;
  }
  return null;
}

/** The path behind `SF:`, and a line of `TN:` before it. */
function sourceOf(lines: Lines): string | null {
  const first = takeKey(lines);
  const key = first === keys.TN && restOfLine(lines) !== null ? takeKey(lines) : first;
  if (key !== keys.SF) return null;
  const from = lines.at;
  const to = restOfLine(lines);
  const source = to === null ? '' : lines.bytes.toString('utf8', from, to);
  return source === '' || source.includes('\0') ? null : source;
}

/** Moves behind the line, and says where its words end; null where it does not, or a carriage return stands in it. */
function restOfLine(lines: Lines): number | null {
  const { bytes } = lines;
  let end = lines.at;
  let value = bytes[end];
  while (value !== byte.lineFeed) {
    if (value === undefined || value === byte.carriageReturn) return null;
    end += 1;
    value = bytes[end];
  }
  lines.at = end + 1;
  return end;
}

function hitsFrom(lines: Lines): Part {
  const { bytes } = lines;
  const from = lines.at;
  let to = from;
  let found = 0;
  let hit = 0;
  let last = 0;
  while (bytes[to] === 68 && bytes[to + 1] === 65 && bytes[to + 2] === byte.colon) {
    lines.at = to + 3;
    const line = digits(lines);
    if (!(line > last && line <= lastLine && takes(lines, byte.comma))) break;
    const hits = digits(lines);
    if (!(hits >= 0 && takes(lines, byte.lineFeed))) break;
    last = line;
    to = lines.at;
    found += 1;
    if (hits > 0) hit += 1;
  }
  lines.at = to;
  return { from, to, found, hit };
}

/** Where the names of a record begin and end, one record at a time: an array for each would be most of what is thrown away. */
const names: number[] = [];

function functionsFrom(lines: Lines): Part {
  const { bytes } = lines;
  const from = lines.at;
  let to = from;
  let found = 0;
  let last = 1;
  while (bytes[to] === 70 && bytes[to + 1] === 78 && bytes[to + 2] === byte.colon) {
    lines.at = to + 3;
    const line = digits(lines);
    if (!(line >= last && line <= lastLine && takes(lines, byte.comma))) break;
    const name = lines.at;
    const end = nameEnd(bytes, name);
    if (end === -1) break;
    names[2 * found] = name;
    names[2 * found + 1] = end;
    last = line;
    to = end + 1;
    found += 1;
  }
  lines.at = to;
  return { from, to, found, hit: 0 };
}

/** Where a name in ASCII ends that is no number; -1 where it is another, or the bytes end. */
function nameEnd(bytes: Buffer, from: number): number {
  const first = Number(bytes[from]) - byte.zero;
  if (first >= 0 && first <= 9) return -1;
  let at = from;
  for (let value = Number(bytes[at]); value !== byte.lineFeed; value = Number(bytes[at])) {
    if (!(value <= 127) || value === byte.carriageReturn) return -1;
    at += 1;
  }
  return at;
}

function callsFrom(lines: Lines): Part {
  const { bytes } = lines;
  const from = lines.at;
  let to = from;
  let found = 0;
  let hit = 0;
  while (takeKey(lines) === keys.FNDA) {
    const hits = digits(lines);
    if (!(hits >= 0 && takes(lines, byte.comma))) break;
    const length = Number(names[2 * found + 1]) - Number(names[2 * found]);
    const end = lines.at + length;
    if (!(bytes[end] === byte.lineFeed && isSame(bytes, Number(names[2 * found]), lines.at, length))) break;
    to = end + 1;
    lines.at = to;
    found += 1;
    if (hits > 0) hit += 1;
  }
  lines.at = to;
  return { from, to, found, hit };
}

function isSame(bytes: Buffer, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}

function armsFrom(lines: Lines): Part {
  const from = lines.at;
  let to = from;
  let found = 0;
  let hit = 0;
  const last = { line: 1, block: -1, branch: -1 };
  let byBlock = true;
  let byLine = true;
  while (takeKey(lines) === keys.BRDA) {
    const line = digits(lines);
    const block = takes(lines, byte.comma) ? digits(lines) : NaN;
    const branch = takes(lines, byte.comma) ? digits(lines) : NaN;
    const isFollowed = takes(lines, byte.comma);
    const taken = takes(lines, byte.minus) ? 0 : digits(lines);
    const isBehind = block === last.block ? branch > last.branch : block > last.block;
    byBlock &&= isBehind;
    byLine &&= line > last.line || isBehind;
    if (!(isFollowed && line >= last.line && Math.max(line, block, branch) <= lastLine && taken >= 0 && (byBlock || byLine))) break;
    if (!takes(lines, byte.lineFeed)) break;
    last.line = line;
    last.block = block;
    last.branch = branch;
    to = lines.at;
    found += 1;
    if (taken > 0) hit += 1;
  }
  lines.at = to;
  return { from, to, found, hit };
}

/** A number that is written as we write it; NaN where it is not. */
function digits(lines: Lines): number {
  const from = lines.at;
  const value = natural(lines);
  const length = lines.at - from;
  return length > 15 || (length > 1 && lines.bytes[from] === byte.zero) ? NaN : value;
}
