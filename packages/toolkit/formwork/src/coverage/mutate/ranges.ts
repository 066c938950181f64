/** Lines of a file, from 1, the last included. */
export type LineRange = { readonly from: number; readonly to: number };

/** Mutants that touch `lines` and lie all `within` those around them. */
export type Change = { readonly lines: LineRange; readonly within: LineRange };

/** What is mutated of which files; null is all of the file. */
export type Scope = ReadonlyMap<string, readonly Change[] | null>;

/** Lines as ranges without gaps, in order. */
export function rangesOf(lines: Iterable<number>): readonly LineRange[] {
  return merged(Array.from(lines, (line) => ({ from: line, to: line })));
}

/** Ranges in order, apart from each other. */
export function merged(ranges: readonly LineRange[]): readonly LineRange[] {
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}
