/** Lines of a file, from 1, the last included. */
export type LineRange = { readonly from: number; readonly to: number };

/** Which lines of which files are mutated, by file; null is all of the file. */
export type Scope = ReadonlyMap<string, readonly LineRange[] | null>;

/** Lines as ranges without gaps, in order. */
export function rangesOf(lines: Iterable<number>): readonly LineRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last.to + 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  return ranges;
}
