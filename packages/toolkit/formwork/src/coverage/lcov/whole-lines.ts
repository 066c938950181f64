import { byte, Misread, type Lines } from './read-bytes.ts';

/**
 * Cuts pieces of a report so that no line is split: a line that goes over several pieces is put together, the others stay where they are.
 * Throws `Misread` where a line is longer than any line of a report: what is no text would be held as a whole.
 */
export function* wholeLines(pieces: Iterable<Uint8Array>): Generator<Lines, void, undefined> {
  let line: Uint8Array[] = [];
  let before = 0;
  for (const bytes of cut(pieces)) {
    const end = bytes.lastIndexOf(byte.lineFeed) + 1;
    let at = 0;
    if (line.length > 0) {
      at = end === 0 ? bytes.length : bytes.indexOf(byte.lineFeed) + 1;
      add(line, bytes.subarray(0, at), before + at);
      if (end > 0) {
        yield together(line, before + at);
        line = [];
      }
    }
    if (at < end) yield { bytes: bytes.subarray(at, end), at: 0, before: before + at };
    if (line.length === 0 && end < bytes.length) add(line, bytes.subarray(end), before + bytes.length);
    before += bytes.length;
  }
  if (line.length > 0) yield together([...line, Uint8Array.of(byte.lineFeed)], before + 1);
}

const longest = 2 ** 20;

/** None longer than a line may be: so a line that is longer goes over several, whoever gave them. */
function* cut(pieces: Iterable<Uint8Array>): Generator<Buffer, void, undefined> {
  for (const { buffer, byteOffset, length } of pieces) {
    for (let at = 0; at < length; at += longest) yield Buffer.from(buffer, byteOffset + at, Math.min(longest, length - at));
  }
}

/** Adds a copy: whoever gives the pieces uses their memory again. */
function add(line: Uint8Array[], part: Uint8Array, until: number): void {
  line.push(Uint8Array.from(part));
  const length = line.reduce((sum, { length: one }) => sum + one, 0);
  if (length > longest) throw new Misread('a line is longer than 1 MiB', until - length);
}

function together(parts: readonly Uint8Array[], until: number): Lines {
  const bytes = Buffer.concat(parts);
  return { bytes, at: 0, before: until - bytes.length };
}
