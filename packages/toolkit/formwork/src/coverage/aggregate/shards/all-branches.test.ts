import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { FileCoverageData, Range } from 'istanbul-lib-coverage';
import { withAllBranches } from './all-branches.ts';

/** `2:0-4:1` */
function at(place: string): Range {
  const [from = '', to = ''] = place.split('-');
  const [start = [], end = []] = [from, to].map((end) => end.split(':').map(Number));
  return { start: { line: Number(start[0]), column: Number(start[1]) }, end: { line: Number(end[0]), column: Number(end[1]) } };
}

/** A file as a run saw it: the hits of V8's ranges, or of the arms of branches, and of functions, by their places. */
function run(branches: Readonly<Record<string, readonly number[]>>, functions: Readonly<Record<string, number>> = {}): FileCoverageData {
  const mapped = Object.entries(branches).map(([places, hits]) => ({ arms: places.split(' ').map(at), hits }));
  const functionPlaces = Object.keys(functions).map((place) => ({ name: '', decl: at(place), loc: at(place), line: 1 }));
  const branchPlaces = mapped.map(({ arms: [first = at(''), ...others] }) => {
    return { loc: first, type: 'branch', locations: [first, ...others], line: first.start.line };
  });
  return {
    path: 'a.js',
    statementMap: {},
    s: {},
    fnMap: numbered(functionPlaces),
    f: numbered(Object.values(functions)),
    branchMap: numbered(branchPlaces),
    b: numbered(mapped.map(({ hits }) => [...hits])),
  };
}

function numbered<Item>(items: readonly Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item, index) => [`${index}`, item]));
}

/** All branches of each shard with their hits, by the places of their first arms. */
function said(...shards: readonly FileCoverageData[]): readonly Readonly<Record<string, readonly number[] | undefined>>[] {
  return withAllBranches(shards).map(({ branchMap, b }) =>
    Object.fromEntries(
      Object.entries(branchMap).map(([id, { locations: [arm] }]) => {
        const { start, end } = arm ?? at('');
        return [`${start.line}:${start.column}-${end.line}:${end.column}`, b[id]];
      }),
    ),
  );
}

const [file, called, inner] = ['1:0-9:0', '2:0-4:1', '3:2-3:9'];

for (const [what, other, expected] of [
  ['the function around it was never called', run({ [file]: [1] }, { [called]: 0 }), [0]],
  ['the function around it was called, and it ran as often', run({ [file]: [1], [called]: [4] }, { [called]: 4 }), [4]],
  ['a range around it ran less often than the function', run({ [called]: [4], '3:2-3:9': [4], '3:0-3:20': [2] }, { [called]: 4 }), [4]],
  ['only the file is around it', run({ [file]: [7] }), [7]],
  ['two are as near', run({ [file]: [7], [called]: [3] }, { [called]: 2 }), [2]],
  ['what begins before and ends within it is not around it', run({ [file]: [7], '3:0-3:5': [0] }), [7]],
  ['what begins within and ends behind it is not around it', run({ [file]: [7], '3:4-4:0': [0] }), [7]],
  ['nothing is around it', run({ '5:0-6:0': [7] }), [0]],
  ['several are around it and none is the nearest', run({ '1:0-4:0': [7], '2:0-5:0': [8] }), [0]],
] as const) {
  test(`a range that another run does not tell: ${what}`, () => {
    const [, completed] = said(run({ [inner]: [0] }), other);
    deepEqual(completed?.[inner], expected);
  });
}

test('a report that tells several arms tells all branches, and one that has no place was not taken', () => {
  const istanbul = run({ '5:0-5:9 5:4-5:6': [1, 0] }, { [called]: 4 });
  const [v8, other] = said(run({ [file]: [3], [inner]: [1] }), istanbul);
  deepEqual([v8?.['5:0-5:9'], other?.[inner]], [[3, 3], [0]]);
  const unwritten = run({ '5:0-5:9 NaN:0-NaN:0': [1, 0] });
  deepEqual(said(run({ [file]: [3] }), unwritten)[0]?.['5:0-5:9'], [3, 0]);
});

test('shards that know the same branches are left as they are', () => {
  const [one, two] = [run({ [inner]: [0] }), run({ [inner]: [1] })];
  const [first, second] = withAllBranches([one, two]);
  equal(first, one);
  equal(second, two);
});
