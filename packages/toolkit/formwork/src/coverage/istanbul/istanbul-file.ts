/** A line from 1 and a column, in UTF-16 units from 0. Past the end of a line its end is meant, and by -1 that of the line before. */
export type Place = { readonly line: number; readonly column: number };

export type Statement = { readonly start: Place; readonly hits: number };

/** A piece of a source that was counted as one. */
export type Range = { readonly start: Place; readonly end: Place; readonly hits: number };

/** Where the way parts. */
export type IstanbulBranch = {
  /** What lcov calls the block. */
  readonly id: string;
  /** As istanbul calls what parts it; empty where the tool does not say. */
  readonly type: string;
  readonly start: Place;
  readonly end: Place;
  /** Its ways; one has no start where the tool says none, as for an `if` without `else`. */
  readonly arms: readonly { readonly start: Place | null; readonly hits: number }[];
};

/** What istanbul's own form says of a file, more than lcov can. */
export type IstanbulFile = {
  readonly statements: readonly Statement[];
  readonly branches: readonly IstanbulBranch[];
  readonly functions: readonly (Range & { readonly name: string })[];
};
