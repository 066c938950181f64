import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { FileCoverageData } from 'istanbul-lib-coverage';
import { mergeShards } from './merge-shards.ts';

const at = (line: number, column: number, to: number) => ({ start: { line, column }, end: { line, column: to } });

/** `const a = x ? 1 : 2; b();` and `function c() {}`, measured once; which branch comes first differs from run to run. */
function measured(path: string, hits: readonly [number, number, number], order: '01' | '10', all?: true): FileCoverageData {
  const [ternary, or] = [
    { loc: at(1, 10, 19), type: 'cond-expr', locations: [at(1, 14, 15), at(1, 18, 19)], line: 1 },
    { loc: at(1, 0, 30), type: 'binary-expr', locations: [at(1, 0, 9)], line: 1 },
  ];
  const branches = order === '01' ? [ternary, or] : [or, ternary];
  const taken = order === '01' ? [[hits[0], hits[1]], [hits[2]]] : [[hits[2]], [hits[0], hits[1]]];
  return {
    path,
    statementMap: { 0: at(1, 0, 20), 1: at(1, 21, 25), 2: at(10, 0, 5) },
    fnMap: { 0: { name: 'c,d', decl: at(2, 9, 10), loc: at(2, 11, 15), line: 2 } },
    branchMap: Object.fromEntries(branches.entries()),
    s: { 0: hits[0], 1: hits[1], 2: 0 },
    f: { 0: hits[2] },
    b: Object.fromEntries(taken.entries()),
    ...(all === undefined ? {} : { all }),
  };
}

const files = (...paths: readonly string[]): ReadonlyMap<string, string> => new Map(paths.map((path) => [path, 'src/a.ts']));
const detail = (lines: readonly number[], called: number, taken: readonly (readonly [string, string, number])[], hit: number) => ({
  statements: { found: 3, hit },
  coverage: {
    lines: { numbers: [1, 10], hits: lines },
    functions: [{ name: 'c,d', line: 2, hits: called }],
    branches: taken.map(([block, branch, hits]) => ({ line: 1, block, branch, taken: hits })),
  },
});

test('one shard reads as its lcov does, with the statements that share a line', () => {
  const merged = mergeShards([{ map: { '/m/a.ts': measured('/m/a.ts', [1, 0, 2], '01') }, files: files('/m/a.ts') }]);
  const branches = [
    ['0', '0', 1],
    ['0', '1', 0],
    ['1', '0', 2],
  ] as const;
  deepEqual(merged, new Map([['src/a.ts', detail([1, 0], 2, branches, 1)]]));
});

test('shards add up by their places in the source, wherever they were measured and however they number their branches', () => {
  const merged = mergeShards([
    { map: { '/m/a.ts': measured('/m/a.ts', [1, 0, 2], '01') }, files: files('/m/a.ts') },
    { map: { '/n/a.ts': measured('/n/a.ts', [0, 5, 1], '10'), '/n/b.ts': measured('/n/b.ts', [1, 1, 1], '01') }, files: files('/n/a.ts') },
  ]);
  const branches = [
    ['0', '0', 1],
    ['0', '1', 5],
    ['1', '0', 3],
  ] as const;
  deepEqual(merged, new Map([['src/a.ts', detail([5, 0], 3, branches, 2)]]));
});

test('a file that one shard never loaded is what the other says of it', () => {
  const loaded = { map: { '/m/a.ts': measured('/m/a.ts', [1, 0, 2], '01') }, files: files('/m/a.ts') };
  const listed = (): typeof loaded => ({ map: { '/m/a.ts': measured('/m/a.ts', [0, 0, 0], '01', true) }, files: files('/m/a.ts') });
  const branches = [
    ['0', '0', 1],
    ['0', '1', 0],
    ['1', '0', 2],
  ] as const;
  for (const shards of [
    [loaded, listed()],
    [listed(), loaded],
  ])
    deepEqual(mergeShards(shards), new Map([['src/a.ts', detail([1, 0], 2, branches, 1)]]));
});

test("a range that V8 tells in one run, in a function that another never called, was not taken by the other's run of the file", () => {
  const v8 = (called: 0 | 1, ranges: readonly (readonly [number, number, number])[]): FileCoverageData => ({
    path: '/m/src/a.ts',
    statementMap: {},
    s: {},
    fnMap: { 0: { name: 'c', decl: at(2, 0, 30), loc: at(2, 0, 30), line: 2 } },
    f: { 0: called },
    branchMap: Object.fromEntries(
      ranges.map(([, from, to], id) => [id, { loc: at(2, from, to), type: 'branch', locations: [at(2, from, to)], line: 2 }]),
    ),
    b: Object.fromEntries(ranges.map(([hits], id) => [id, [hits]])),
  });
  const one = v8(1, [[1, -1, 40], [1, 0, 30], [0, 10, 15]]);
  const two = v8(0, [[1, -1, 40]]);
  for (const shards of [[one, two], [two, one]]) {
    const named = shards.map((data, index) => ({ map: { [`/m${index}/src/a.ts`]: data }, files: files(`/m${index}/src/a.ts`) }));
    deepEqual(
      mergeShards(named).get('src/a.ts')?.coverage.branches.map(({ taken }) => taken),
      [2, 1, 0],
    );
  }
});
