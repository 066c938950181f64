/** What a report says of one source. */
export type LcovRecord = {
  /** The path as it is written after `SF:`. */
  readonly source: string;
  readonly lines: LineHits;
  readonly functions: readonly LcovFunction[];
  readonly branches: readonly LcovBranch[];
};

/** Hits by line: `numbers` ascending, from 1, none twice; `hits[i]` belongs to `numbers[i]`. */
export type LineHits = { readonly numbers: readonly number[]; readonly hits: readonly number[] };

export type LcovFunction = { readonly name: string; readonly line: number; readonly hits: number };

/** One arm of a branch. `taken` is null where the branch itself was never reached. */
export type LcovBranch = { readonly line: number; readonly block: string; readonly branch: string; readonly taken: number | null };

/** The hits of a line; undefined where nothing is known of it. */
export function hitsAt({ numbers, hits }: LineHits, line: number): number | undefined {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (Number(numbers[middle]) < line) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === line ? hits[from] : undefined;
}

/** Two counts of one thing. Past what a number holds exactly, the count stays there. */
export function sum(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

/** Two counts of one arm; a branch that was reached once was reached. */
export function addTaken(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : sum(a, b);
}
