/** Lines of the base that were replaced by lines that stand now, from 1; where a count is 0, its start is the line before. */
export type Hunk = { readonly oldStart: number; readonly oldCount: number; readonly newStart: number; readonly newCount: number };

/** A file that is other than at the base: which of its lines, as it lies there now, are new or changed. */
export type ChangedFile = {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Its path at the base, relative to the root; null where the file is new or a copy. */
  readonly from: string | null;
  /** Changed against every merge base. */
  readonly lines: ReadonlySet<number>;
  /** Against the first merge base; without context, ascending. */
  readonly hunks: readonly Hunk[];
};

/** The number that an unchanged line had at the base; null where it was not there. */
export function lineBefore({ from, hunks }: Pick<ChangedFile, 'from' | 'hunks'>, line: number): number | null {
  if (from === null) return null;
  let before = line;
  for (const { oldCount, newStart, newCount } of hunks) {
    const first = newCount === 0 ? newStart + 1 : newStart;
    if (line < first) break;
    if (line < first + newCount) return null;
    before += oldCount - newCount;
  }
  return before;
}
