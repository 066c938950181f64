import type { FileCoverage } from '../lcov/merged.ts';

/** How many there are and how many of them were reached. */
export type Count = { readonly found: number; readonly hit: number };

/** The counts of one file. `statements` is null where no report tells them apart from lines. */
export type Counts = {
  readonly lines: Count;
  readonly functions: Count;
  readonly branches: Count;
  readonly statements: Count | null;
};

/** A count and its share in percent, two decimals, cut as istanbul cuts it. */
export type Share = Count & { readonly percent: number };

/** What files add up to. `statements` is there where it is known of all of them. */
export type Totals = { readonly lines: Share; readonly functions: Share; readonly branches: Share; readonly statements?: Share };

/** What a report counts in one file. */
export function countsOf({ lines, functions, branches }: FileCoverage, statements: Count | null): Counts {
  let [lineHits, called, taken] = [0, 0, 0];
  for (const hits of lines.hits) if (hits > 0) lineHits += 1;
  for (const { hits } of functions) if (hits > 0) called += 1;
  for (const arm of branches) if (arm.taken !== null && arm.taken > 0) taken += 1;
  return {
    lines: { found: lines.hits.length, hit: lineHits },
    functions: { found: functions.length, hit: called },
    branches: { found: branches.length, hit: taken },
    statements,
  };
}

/** Adds up the counts of files. */
export function totalsOf(files: readonly Counts[]): Totals {
  const statements = files.map((file) => file.statements);
  return {
    lines: share(files.map(({ lines }) => lines)),
    functions: share(files.map(({ functions }) => functions)),
    branches: share(files.map(({ branches }) => branches)),
    ...(statements.every((known) => known !== null) ? { statements: share(statements) } : {}),
  };
}

/** Adds up counts. */
export function share(counts: readonly Count[]): Share {
  let [found, hit] = [0, 0];
  for (const count of counts) {
    found += count.found;
    hit += count.hit;
  }
  return { found, hit, percent: percent(hit, found) };
}

/**
 * A share in percent: cut, not rounded, after two decimals, and 100 of nothing; the law of istanbul-lib-coverage's `percent`, so that our
 * numbers and those of vitest's thresholds are the same to the digit.
 */
function percent(hit: number, found: number): number {
  return found === 0 ? 100 : Math.floor((1000 * 100 * hit) / found / 10) / 100;
}
