import { dirname, join } from 'node:path';
import type { Machine } from '../../../report/machine.ts';
import type { Package } from '../../../workspace/model.ts';
import { readFreshness, type ReportFreshness } from '../../freshness/read-freshness.ts';
import type { LineHits } from '../../lcov/record.ts';
import { scanLcov } from '../../lcov/scan.ts';
import { mergeShards } from './merge-shards.ts';
import type { Details } from './read-details.ts';

/**
 * Which sources of a shard still are what it measured, wherever it lay before. `sources.json` speaks of the lcov beside it, so of a shard
 * in istanbul's form only where that lcov counts the same. Throws `lcov/corrupt`.
 */
export function shardFreshness(
  shard: Details,
  tested: Package,
  { machine, root }: { readonly machine: Machine; readonly root: string },
): ReportFreshness {
  const lcov = join(dirname(shard.report), 'lcov.info');
  const freshness = readFreshness(join(root, lcov), machine, join(root, tested.folder));
  if (freshness.unknown !== null) return freshness;
  const counted = Array.from(scanLcov(machine.files.chunks(join(root, lcov)), lcov), ({ lines }) => lines);
  if (fingerprint(counted) === fingerprint(linesIn(shard))) return freshness;
  return { of: () => 'unknown', unknown: 'the lcov beside it is of another run' };
}

/** Of all sources, those that lie outside of the repository too. */
function linesIn({ map }: Details): readonly LineHits[] {
  const all = mergeShards([{ map, files: new Map(Object.keys(map).map((path) => [path, path])) }]);
  return Array.from(all.values(), ({ coverage }) => coverage.lines);
}

/** The counts of all sources, whatever their paths are relative to and whatever their order is. */
function fingerprint(counts: readonly LineHits[]): string {
  return counts
    .map(({ numbers, hits }) => JSON.stringify({ numbers, hits }))
    .sort()
    .join();
}
