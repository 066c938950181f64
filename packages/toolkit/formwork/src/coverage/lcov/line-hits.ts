import { byte, lastLine, Misread, textFrom, type Lines } from './read-bytes.ts';
import { sum, type LineHits } from './record.ts';

/** The lines of a record as they come; `ascending` as long as each stands behind the one before. */
export type OpenHits = { readonly numbers: number[]; readonly hits: number[]; ascending: boolean };

/** Before the first line. */
export function openHits(): OpenHits {
  return { numbers: [], hits: [], ascending: true };
}

/**
 * Reads one `DA:<line>,<hits>[,<checksum>]` after the other, `from` the beginning of the first, and stops at a line that is none. Most of
 * a report is these, so their numbers are added up digit by digit where they stand. Throws `Misread`.
 */
export function readHits(lines: Lines, from: number, into: OpenHits): void {
  const { bytes } = lines;
  let last = into.numbers.at(-1) ?? 0;
  let at = from;
  while (at < bytes.length && bytes[at] === 68 && bytes[at + 1] === 65 && bytes[at + 2] === byte.colon) {
    lines.at = at;
    at += 3;
    let line = 0;
    let digit = Number(bytes[at]) - byte.zero;
    while (digit >= 0 && digit <= 9) {
      line = line * 10 + digit;
      at += 1;
      digit = Number(bytes[at]) - byte.zero;
    }
    if (line === 0 || line > lastLine || bytes[at] !== byte.comma) throw noHits(lines);
    at += 1;
    const count = at;
    let hits = 0;
    digit = Number(bytes[at]) - byte.zero;
    while (digit >= 0 && digit <= 9) {
      hits = hits * 10 + digit;
      at += 1;
      digit = Number(bytes[at]) - byte.zero;
    }
    if (at === count) throw noHits(lines);
    at = bytes[at] === byte.lineFeed ? at + 1 : behindChecksum(lines, at);
    if (line <= last) into.ascending = false;
    last = line;
    into.numbers.push(line);
    into.hits.push(Math.min(hits, Number.MAX_SAFE_INTEGER));
  }
  lines.at = at;
}

function behindChecksum(lines: Lines, at: number): number {
  const rest = /^(?:,[^,\s]+)?\r?\n/.exec(lines.bytes.toString('latin1', at, lines.bytes.indexOf(byte.lineFeed, at) + 1));
  if (rest === null) throw noHits(lines);
  return at + rest[0].length;
}

function noHits(lines: Lines): Misread {
  return new Misread(`${textFrom(lines, lines.at)} is no line and count`, lines.before + lines.at);
}

/** Lines by number. What stands twice has the hits of both. */
export function closedHits({ numbers, hits, ascending }: OpenHits): LineHits {
  if (ascending) return { numbers, hits };
  const byLine = new Map<number, number>();
  for (const [index, line] of numbers.entries()) byLine.set(line, sum(byLine.get(line) ?? 0, Number(hits[index])));
  const sorted = [...byLine].sort(([a], [b]) => a - b);
  return { numbers: sorted.map(([line]) => line), hits: sorted.map(([, count]) => count) };
}
