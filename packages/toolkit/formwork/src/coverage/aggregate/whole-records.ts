const end = '\nend_of_record\n';

/** More than any record takes; what is larger is no report with lines that end in LF. */
const longest = 2 ** 24;

/**
 * Cuts the pieces of a report so that no record is split, as far as records end in a line of their own with LF; what follows the last one
 * comes last. Bytes are good until the next are asked for.
 */
export function* wholeRecords(pieces: Iterable<Uint8Array>): Generator<Buffer, void, undefined> {
  let rest = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = rest.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([rest, piece]);
    const last = bytes.lastIndexOf(end);
    const until = last === -1 ? 0 : last + end.length;
    if (until > 0) yield bytes.subarray(0, until);
    rest = Buffer.from(bytes.subarray(until));
    if (rest.length > longest) break;
  }
  if (rest.length > 0) yield rest;
}

/** Where the record ends that begins there: at the end of the bytes where it does not. */
export function recordEnd(bytes: Buffer, from: number): number {
  const last = bytes.indexOf(end, from);
  return last === -1 ? bytes.length : last + end.length;
}
