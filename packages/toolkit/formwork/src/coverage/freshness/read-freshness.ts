import { dirname, relative, resolve } from 'node:path';
import { absentIsNull, errorCode } from '../../report/error-code.ts';
import { isOutside } from '../../report/is-outside.ts';
import type { Files, Machine } from '../../report/machine.ts';
import { hashOfFile, tapped } from './hash-files.ts';
import { parseSources, sourcesFileOf, type SourcesFile } from './sources-file.ts';

/**
 * `fresh`: the source is, byte for byte, what the report measured. `stale`: it is not, or was not among what was measured.
 * `unknown`: nobody can say.
 */
export type Freshness = 'fresh' | 'stale' | 'unknown';

/** What is known of the sources of one report. */
export type ReportFreshness = {
  /** Of a source, by its absolute path or its path relative to the package. Each is hashed once, when it is asked for. */
  readonly of: (source: string) => Freshness;
  /** Why nothing is known of any of them, as half a sentence; null where something is. */
  readonly unknown: string | null;
};

/** The same for those who read the report's bytes anyway. */
export type FreshnessReader = {
  /** Hands the report's bytes on, and hashes them on the way where that is of use. */
  readonly tap: (pieces: Iterable<Uint8Array>) => Iterable<Uint8Array>;
  /** After the bytes have come by; where they did not, to their end, the report is read for it. */
  readonly decide: () => ReportFreshness;
};

/** Which sources of a report, given by its absolute path, still are what it measured. `packageFolder` is as for `freshnessReader`. */
export function readFreshness(reportFile: string, machine: Pick<Machine, 'files'>, packageFolder?: string): ReportFreshness {
  return freshnessReader(reportFile, machine, packageFolder).decide();
}

/**
 * Reads what stands beside a report. Nothing is hashed where nothing does. A report that was moved since, as shards are, says wrongly where
 * its package lies: where it may have been, `packageFolder` tells.
 */
export function freshnessReader(reportFile: string, { files }: Pick<Machine, 'files'>, packageFolder?: string): FreshnessReader {
  const sources = sourcesBeside(reportFile, files);
  if (typeof sources === 'string') return knowsNothing(sources);
  const tap = tapped();
  return {
    tap: tap.through,
    decide: () => {
      if (sources.report !== (tap.hash() ?? hashOfFile(reportFile, files))) return nothing('the sources.json beside it is that of another report');
      const here = judgeOf(sources, resolve(dirname(reportFile), sources.folder), files);
      return { of: packageFolder === undefined ? here : orMoved(here, sources, packageFolder, files), unknown: null };
    },
  };
}

/** What lies beside a report; where it tells nothing, why, as half a sentence. */
function sourcesBeside(reportFile: string, files: Files): SourcesFile | string {
  try {
    const text = files.readIfPresent(sourcesFileOf(reportFile));
    if (text === null) return 'no sources.json lies beside it: formwork coverage measure did not run the tests';
    return parseSources(text) ?? 'the sources.json beside it is none that formwork coverage measure writes';
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return 'the sources.json beside it cannot be read';
  }
}

function knowsNothing(why: string): FreshnessReader {
  return { tap: (pieces) => pieces, decide: () => nothing(why) };
}

function nothing(unknown: string): ReportFreshness {
  return { of: () => 'unknown', unknown };
}

/** What the door has not seen where the report says that it was, it may have seen in the package that the report was moved to. */
function orMoved(here: ReportFreshness['of'], sources: SourcesFile, packageFolder: string, files: Files): ReportFreshness['of'] {
  const moved = judgeOf(sources, packageFolder, files);
  const isKnown = (source: string): boolean => Object.hasOwn(sources.sources, relative(packageFolder, resolve(packageFolder, source)));
  return (source) => {
    const freshness = here(source);
    return freshness === 'unknown' && isKnown(source) ? moved(source) : freshness;
  };
}

function judgeOf({ sources }: SourcesFile, folder: string, files: Files): ReportFreshness['of'] {
  const realFolder = absentIsNull(() => files.realPath(folder)) ?? folder;
  const judged = new Map<string, Freshness>();
  const judge = (path: string): Freshness => {
    const name = relative(folder, path);
    // Only where the name says nothing: to resolve links costs more than to hash most files.
    const realName = Object.hasOwn(sources, name) ? name : (absentIsNull(() => relative(realFolder, files.realPath(path))) ?? name);
    if (Object.hasOwn(sources, realName)) {
      const hash = hashOfFile(path, files);
      return hash !== null && hash === sources[realName] ? 'fresh' : 'stale';
    }
    // The door hashes what lies in the package; of what else a report may name it has seen nothing.
    return isOutside(name) && isOutside(realName) ? 'unknown' : 'stale';
  };
  return (source) => {
    const path = resolve(folder, source);
    const known = judged.get(path) ?? judge(path);
    judged.set(path, known);
    return known;
  };
}
