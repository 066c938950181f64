import { addTaken, sum, type LcovBranch, type LcovFunction, type LcovRecord } from './scan.ts';

/** What all reports together say of one file. */
export type FileCoverage = {
  readonly lines: ReadonlyMap<number, number>;
  readonly functions: readonly LcovFunction[];
  readonly branches: readonly LcovBranch[];
};

/** Coverage by file, relative to the root with `/`. */
export type Coverage = ReadonlyMap<string, FileCoverage>;

/** Adds up records, each under the file that it speaks of. A line, a function or an arm that several know has the hits of all. */
export function mergeRecords(records: Iterable<{ readonly file: string; readonly record: LcovRecord }>): Coverage {
  const merged = new Map<string, FileCoverage>();
  for (const { file, record } of records) {
    const known = merged.get(file);
    merged.set(file, known === undefined ? record : both(known, record));
  }
  return merged;
}

function both(a: FileCoverage, b: FileCoverage): FileCoverage {
  const lines = new Map(a.lines);
  for (const [line, hits] of b.lines) lines.set(line, sum(lines.get(line) ?? 0, hits));
  return {
    lines,
    functions: added(
      [...a.functions, ...b.functions],
      ({ line, name }) => `${line},${name}`,
      (one, other) => ({ ...one, hits: sum(one.hits, other.hits) }),
    ),
    branches: added(
      [...a.branches, ...b.branches],
      ({ line, block, branch }) => `${line},${block},${branch}`,
      (one, other) => ({ ...one, taken: addTaken(one.taken, other.taken) }),
    ),
  };
}

function added<Item>(items: readonly Item[], keyOf: (item: Item) => string, add: (one: Item, other: Item) => Item): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const known = byKey.get(keyOf(item));
    byKey.set(keyOf(item), known === undefined ? item : add(known, item));
  }
  return [...byKey.values()];
}
