import type { FileCoverage } from './merged.ts';

/** How many there are, how many were reached, and the share in per cent with two decimals; null where there are none. */
export type Share = { readonly found: number; readonly hit: number; readonly percent: number | null };

export type Totals = { readonly lines: Share; readonly functions: Share; readonly branches: Share };

/** What files add up to. */
export function totalsOf(files: readonly FileCoverage[]): Totals {
  return {
    lines: share(files, ({ lines }) => lines.hits),
    functions: share(files, ({ functions }) => functions.map(({ hits }) => hits)),
    branches: share(files, ({ branches }) => branches.map(({ taken }) => taken ?? 0)),
  };
}

function share(files: readonly FileCoverage[], countsOf: (file: FileCoverage) => readonly number[]): Share {
  let found = 0;
  let hit = 0;
  for (const file of files) {
    const counts = countsOf(file);
    found += counts.length;
    for (const count of counts) if (count > 0) hit += 1;
  }
  return { found, hit, percent: found === 0 ? null : Math.round((hit / found) * 10_000) / 100 };
}
