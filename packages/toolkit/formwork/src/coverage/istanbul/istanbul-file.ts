/** A line from 1 and a column from 0, in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

export type Statement = { readonly start: Place; readonly hits: number };

/** Where the way parts. Its hits stand in the lcov, where its id is the block. */
export type IstanbulBranch = {
  readonly id: string;
  readonly start: Place;
  /** Where each way starts; null where the tool says none, as for an `if` without `else`. */
  readonly arms: readonly (Place | null)[];
};

/** What istanbul's own form says of a file, more than lcov can. */
export type IstanbulFile = { readonly statements: readonly Statement[]; readonly branches: readonly IstanbulBranch[] };
