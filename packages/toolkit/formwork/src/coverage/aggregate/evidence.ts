import { dirname, join, posix } from 'node:path';
import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { freshnessReader, readFreshness, type ReportFreshness } from '../freshness/read-freshness.ts';
import { mergeRecords, type Coverage } from '../lcov/merged.ts';
import { placed, readReport, reportOf } from '../lcov/reports.ts';
import { mergeShards } from './shards/merge-shards.ts';
import { readDetails, readShards, type Details } from './shards/read-details.ts';
import type { Count } from './totals.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** What the tests of one package say of the repository's files. */
export type Evidence = Freshness & {
  readonly package: Package;
  /** The reports that it was read from, relative to the root: one lcov, or the shards. */
  readonly reports: readonly string[];
  /** The lcov that was left out, as shards lie beside it; null where there is none. */
  readonly leftOut: string | null;
  readonly files: Coverage;
  /** Statements by file, of those of which istanbul's form is there too. */
  readonly statements: ReadonlyMap<string, Count>;
};

type Freshness = {
  /** The sources that are not what was measured, relative to the root. */
  readonly stale: readonly string[];
  /** Why nobody knows whether the sources are what was measured, as half a sentence; null where it is known. */
  readonly unknown: string | null;
};

/**
 * Reads what a package's tests left; null where that is nothing.
 *
 * Shards, `coverage/<shard>/coverage-final.json`, count before a `coverage/lcov.info` that lies beside them: runners empty the folder
 * before they write the one, so the others came later. Throws `lcov/corrupt`, `lcov/ambiguous-source`, `istanbul/corrupt` and
 * `coverage/unknown-sources`.
 */
export function readEvidence(tested: Package, where: Where): Evidence | null {
  const shards = readShards(tested, where);
  return shards.length > 0 ? ofShards(tested, shards, where) : ofLcov(tested, where);
}

function ofLcov(tested: Package, where: Where): Evidence | null {
  const report = readReport(tested, where);
  if (report === null) return null;
  const reader = freshnessReader(report.path, where.machine);
  const chunks = { [Symbol.iterator]: () => reader.tap(report.chunks)[Symbol.iterator]() };
  const files = mergeRecords(placed({ ...report, chunks }, where));
  return {
    package: tested,
    reports: [report.file],
    leftOut: null,
    files,
    statements: statementsBeside(tested, files, where),
    ...freshnessOf(files.keys(), reader.decide(), tested, where),
  };
}

function ofShards(tested: Package, shards: readonly Details[], where: Where): Evidence {
  const { machine, root } = where;
  const merged = [...mergeShards(shards)];
  const freshness = shards.map(({ report, files }) => {
    const beside = join(root, dirname(report), 'lcov.info');
    return freshnessOf(files.values(), readFreshness(beside, machine), tested, where);
  });
  const plain = reportOf(tested);
  return {
    package: tested,
    reports: shards.map(({ report }) => report),
    leftOut: machine.files.kind(join(root, plain)) === null ? null : plain,
    files: new Map(merged.map(([file, { coverage }]) => [file, coverage])),
    statements: new Map(merged.map(([file, { statements }]) => [file, statements])),
    stale: [...new Set(freshness.flatMap(({ stale }) => stale))].sort(),
    unknown: freshness.map(({ unknown }) => unknown).find((why) => why !== null) ?? null,
  };
}

/** What the `coverage-final.json` of the same run says of statements. Where it says otherwise of a file's lines, it is of another run. */
function statementsBeside(tested: Package, files: Coverage, where: Where): ReadonlyMap<string, Count> {
  const details = readDetails(posix.join(tested.folder, 'coverage'), tested, where);
  if (details === null) return new Map();
  const known = [...mergeShards([details])].filter(([file, { coverage }]) => said(coverage) === said(files.get(file)));
  return new Map(known.map(([file, { statements }]) => [file, statements]));
}

function said(coverage: { readonly lines: object } | undefined): string {
  return JSON.stringify(coverage?.lines ?? null);
}

/** Of what lies outside of the package, its test door has seen nothing. */
function freshnessOf(files: Iterable<string>, { of, unknown }: ReportFreshness, { folder }: Package, { root }: Where): Freshness {
  const own = [...files].filter((file) => file.startsWith(`${folder}/`));
  const judged = own.map((file) => ({ file, freshness: of(join(root, file)) }));
  const stale = judged.filter(({ freshness }) => freshness === 'stale').map(({ file }) => file);
  const moved = judged.some(({ freshness }) => freshness === 'unknown') ? 'the sources.json beside it was written in another folder' : null;
  return { stale: stale.sort(), unknown: unknown ?? moved };
}
