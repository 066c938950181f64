import { addTaken, sum, type LcovRecord, type LineHits } from './record.ts';

/** What all reports together say of one file. */
export type FileCoverage = Omit<LcovRecord, 'source'>;

/** Coverage by file, relative to the root with `/`. */
export type Coverage = ReadonlyMap<string, FileCoverage>;

/** Adds up records, each under the file that it speaks of. A line, a function or an arm that several know has the hits of all. */
export function mergeRecords(records: Iterable<{ readonly file: string; readonly record: FileCoverage }>): Coverage {
  const merged = new Map<string, FileCoverage>();
  for (const { file, record } of records) {
    const known = merged.get(file);
    merged.set(file, known === undefined ? record : mergeCoverage(known, record));
  }
  return merged;
}

/** What two reports say of one file. */
export function mergeCoverage(a: FileCoverage, b: FileCoverage): FileCoverage {
  return {
    lines: bothLines(a.lines, b.lines),
    functions: added(
      a.functions,
      b.functions,
      ({ line, name }) => `${line},${name}`,
      (one, other) => ({ ...one, hits: sum(one.hits, other.hits) }),
    ),
    branches: added(
      a.branches,
      b.branches,
      ({ line, block, branch }) => `${line},${block},${branch}`,
      (one, other) => ({ ...one, taken: addTaken(one.taken, other.taken) }),
    ),
  };
}

function bothLines(a: LineHits, b: LineHits): LineHits {
  const numbers: number[] = [];
  const hits: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.numbers.length || j < b.numbers.length) {
    const [here = Infinity, there = Infinity] = [a.numbers[i], b.numbers[j]];
    numbers.push(Math.min(here, there));
    hits.push(sum(here <= there ? Number(a.hits[i]) : 0, there <= here ? Number(b.hits[j]) : 0));
    if (here <= there) i += 1;
    if (there <= here) j += 1;
  }
  return { numbers, hits };
}

/** The n-th of a key on one side is the n-th of it on the other: two functions of one name on one line stay two. */
function added<Item>(
  a: readonly Item[],
  b: readonly Item[],
  keyOf: (item: Item) => string,
  add: (one: Item, other: Item) => Item,
): readonly Item[] {
  const merged = new Map<string, Item>();
  for (const side of [a, b]) {
    const seen = new Map<string, number>();
    for (const item of side) {
      const key = keyOf(item);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      const known = merged.get(`${key} ${nth}`);
      merged.set(`${key} ${nth}`, known === undefined ? item : add(known, item));
    }
  }
  return [...merged.values()];
}
