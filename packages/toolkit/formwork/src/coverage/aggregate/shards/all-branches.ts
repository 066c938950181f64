import type { BranchMapping, FileCoverageData, Location, Range } from 'istanbul-lib-coverage';

/**
 * What shards say of one file, each with all branches that any of them knows, so that they can be added up.
 *
 * V8 tells of a range only where its count is not that of what is around it, and of nothing within a function that was never called. So a
 * range that one run tells, and another does not, ran there as often as the nearest range or function around it. A report that tells several
 * arms of a branch tells all branches: one that it does not know was not taken in it.
 */
export function withAllBranches(shards: readonly FileCoverageData[]): readonly FileCoverageData[] {
  const all = new Map(shards.flatMap(({ branchMap }) => Object.values(branchMap).map((branch) => [placeOf(branch), branch])));
  return shards.map((shard) => {
    const known = new Set(Object.values(shard.branchMap).map(placeOf));
    const missing = [...all].filter(([place]) => !known.has(place));
    if (missing.length === 0) return shard;
    const ranges = rangesOfV8(shard);
    const hits = missing.map(([place, { locations }]) => [place, locations.map((arm) => hitsAround(arm, ranges))]);
    return {
      ...shard,
      branchMap: { ...shard.branchMap, ...Object.fromEntries(missing) },
      b: { ...shard.b, ...Object.fromEntries(hits) },
    };
  });
}

/** What istanbul tells a branch by. */
function placeOf({ locations: [first] }: BranchMapping): string {
  return JSON.stringify([first?.start, first?.end]);
}

type Counted = { readonly range: Range; readonly hits: number };

/** Ranges and functions with their counts; none of a report that is not V8's. */
function rangesOfV8({ branchMap, b, fnMap, f }: FileCoverageData): readonly Counted[] {
  const branches = Object.entries(branchMap);
  if (branches.some(([, { locations }]) => locations.length > 1)) return [];
  return [
    ...branches.map(([id, { loc }]) => ({ range: loc, hits: Number(b[id]?.[0]) })),
    ...Object.entries(fnMap).map(([id, { loc }]) => ({ range: loc, hits: Number(f[id]) })),
  ];
}

/** The count of the nearest around a range, the least where several are as near; 0 where there is none. */
function hitsAround(range: Range, ranges: readonly Counted[]): number {
  const around = ranges.filter((one) => holds(one.range, range));
  const nearest = around.filter((one) => around.every((other) => holds(other.range, one.range)));
  return nearest.length === 0 ? 0 : Math.min(...nearest.map(({ hits }) => hits));
}

function holds(outer: Range, inner: Range): boolean {
  return !isBefore(inner.start, outer.start) && isWithin(inner.end, outer.end);
}

function isBefore(one: Location, other: Location): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

/** Of a place that is none, nothing is true. */
function isWithin(one: Location, other: Location): boolean {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}
