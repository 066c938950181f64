import { join, posix } from 'node:path';
import type { Package } from '../../workspace/model.ts';
import { freshnessReader, type ReportFreshness } from '../freshness/read-freshness.ts';
import type { RecordRenderer } from '../lcov/render-record.ts';
import { readReport, reportOf, type Where } from '../lcov/reports.ts';
import { gatherReport } from './gather-report.ts';
import { addRecords, coverageIn, type MeasuredFile, type MeasuredFiles } from './measured-file.ts';
import { quickPlacer } from './quick-placer.ts';
import { mergeShards, type DetailedCoverage } from './shards/merge-shards.ts';
import { readDetails, readShards, type Details } from './shards/read-details.ts';
import { shardFreshness } from './shards/shard-freshness.ts';

/** What the tests of one package say of the repository's files. */
export type Evidence = Freshness & {
  readonly package: Package;
  /** The reports that it was read from, relative to the root: one lcov, or the shards. */
  readonly reports: readonly string[];
  /** The lcov that was left out, as shards lie beside it; null where there is none. */
  readonly leftOut: string | null;
  /** Statements are counted where istanbul's form is there too. */
  readonly files: MeasuredFiles;
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
 * before they write the one, so the others came later. Throws `lcov/corrupt`, `lcov/ambiguous-source`, `istanbul/corrupt`,
 * `coverage/unreadable` and `coverage/unknown-sources`.
 */
export function readEvidence(tested: Package, renderer: RecordRenderer, where: Where): Evidence | null {
  const shards = readShards(tested, where);
  return shards.length > 0 ? ofShards(tested, shards, renderer, where) : ofLcov(tested, renderer, where);
}

function ofLcov(tested: Package, renderer: RecordRenderer, where: Where): Evidence | null {
  const report = readReport(tested, where);
  if (report === null) return null;
  const reader = freshnessReader(report.path, where.machine);
  const files = gatherReport({ file: report.file, chunks: reader.tap(report.chunks), place: quickPlacer(report, tested.folder, where) }, renderer);
  return {
    package: tested,
    reports: [report.file],
    leftOut: null,
    files: withStatements(files, tested, where),
    ...freshnessOf(files.keys(), reader.decide(), tested, where),
  };
}

function ofShards(tested: Package, shards: readonly Details[], renderer: RecordRenderer, where: Where): Evidence {
  const { machine, root } = where;
  const merged = mergeShards(shards);
  const files = new Map<string, MeasuredFile>();
  addRecords(
    Array.from(merged, ([file, { coverage }]) => ({ file, record: coverage })),
    files,
    renderer,
  );
  const freshness = shards.map((shard) => freshnessOf(shard.files.values(), shardFreshness(shard, tested, where), tested, where));
  const plain = reportOf(tested);
  return {
    package: tested,
    reports: shards.map(({ report }) => report),
    leftOut: machine.files.kind(join(root, plain)) === null ? null : plain,
    files: detailed(files, merged, () => true),
    stale: [...new Set(freshness.flatMap(({ stale }) => stale))].sort(),
    unknown: freshness.map(({ unknown }) => unknown).find((why) => why !== null) ?? null,
  };
}

/** Counts statements where the `coverage-final.json` beside is of the same run: one that says otherwise of a file's lines is of another. */
function withStatements(files: MeasuredFiles, tested: Package, where: Where): MeasuredFiles {
  const details = readDetails(posix.join(tested.folder, 'coverage'), tested, where);
  if (details === null) return files;
  const isOfSameRun = (file: MeasuredFile, { coverage }: DetailedCoverage): boolean =>
    coverageIn(file).every(({ lines }) => JSON.stringify(lines) === JSON.stringify(coverage.lines));
  return detailed(files, mergeShards([details]), isOfSameRun);
}

function detailed(
  files: MeasuredFiles,
  details: ReadonlyMap<string, DetailedCoverage>,
  fits: (file: MeasuredFile, detail: DetailedCoverage) => boolean,
): MeasuredFiles {
  return new Map(
    Array.from(files, ([file, measured]) => {
      const detail = details.get(file);
      const isTold = detail !== undefined && fits(measured, detail);
      return [file, isTold ? { ...measured, counts: { ...measured.counts, statements: detail.statements } } : measured];
    }),
  );
}

/** Of what lies outside of the package, its test door has seen nothing. */
function freshnessOf(files: Iterable<string>, { of, unknown }: ReportFreshness, { folder }: Package, { root }: Where): Freshness {
  if (unknown !== null) return { stale: [], unknown };
  const own = [...files].filter((file) => file.startsWith(`${folder}/`));
  const judged = own.map((file) => ({ file, freshness: of(join(root, file)) }));
  const stale = judged.filter(({ freshness }) => freshness === 'stale').map(({ file }) => file);
  const moved = judged.some(({ freshness }) => freshness === 'unknown') ? 'the sources.json beside it was written in another folder' : null;
  return { stale: stale.sort(), unknown: moved };
}
