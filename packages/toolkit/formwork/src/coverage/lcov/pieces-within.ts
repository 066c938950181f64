/** Bytes from one place to before another, counted from 0. */
export type Stretch = { readonly from: number; readonly to: number };

/** Of bytes in pieces, those within some stretches, which ascend and do not overlap. A piece is good until the next is asked for. */
export function* piecesWithin(pieces: Iterable<Uint8Array>, stretches: readonly Stretch[]): Generator<Uint8Array, void, undefined> {
  let before = 0;
  let next = 0;
  for (const piece of pieces) {
    const end = before + piece.length;
    for (let stretch = stretches[next]; stretch !== undefined && stretch.from < end; stretch = stretches[next]) {
      yield piece.subarray(Math.max(stretch.from - before, 0), Math.min(stretch.to - before, piece.length));
      if (stretch.to > end) break;
      next += 1;
    }
    if (next === stretches.length) return;
    before = end;
  }
}
