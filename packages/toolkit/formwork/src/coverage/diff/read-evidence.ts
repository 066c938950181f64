import { dirname, join } from 'node:path';
import { languageOf, sourceExtensions } from '../changes/source-file.ts';
import { freshnessReader, type Freshness, type FreshnessReader } from '../freshness/read-freshness.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { mergeRecords, type FileCoverage } from '../lcov/merged.ts';
import { placedAmong } from '../lcov/placed-among.ts';
import type { CoverageReport, Where } from '../lcov/reports.ts';
import { recordPlaces, type RecordPlace } from '../lcov/scan.ts';
import type { FileEvidence } from './judge-evidence.ts';
import type { Details } from './read-details.ts';
import { isSameRun } from './same-run.ts';

/** What a report was able to say of what has changed. */
export type EvidenceOf = {
  /** As findings call it. */
  readonly report: string;
  /** How many changed sources it knows. */
  readonly files: number;
  /** Whether statements were told one by one, by istanbul's form beside it. */
  readonly statements: boolean;
  /** Whether it tells of branches at all. */
  readonly branches: boolean;
  /** `unknown` where nobody can say whether what it measured is what lies there. */
  readonly freshness: 'known' | 'unknown';
};

export type Evidence = {
  /** What the reports say of a file; null where none knows it. */
  readonly of: (file: string) => FileEvidence | null;
  /** Whether what istanbul's form says of a file is of another run than its lcov, so that no line passes by it. */
  readonly isOtherRun: (file: string) => boolean;
  readonly reports: readonly EvidenceOf[];
  /** By file, what reports call sources that lie elsewhere, and may have been it where they were measured. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
};

/** Reports on the way to be read: the first walk tells their languages, and whether their bytes are those that were measured. */
export type OpenReports = {
  /** Languages beside JS and TS that the reports know, as `languageOf` names them. */
  readonly languages: readonly string[];
  /** What they say of some files. Throws `lcov/corrupt`, `lcov/ambiguous-source` and `istanbul/corrupt`. */
  readonly evidenceOf: (files: ReadonlySet<string>) => Promise<Evidence>;
};

/**
 * Walks once over reports. `details` are files in istanbul's form, by their absolute paths, beside those that lie next to a report.
 * Throws `lcov/corrupt`.
 */
export function openReports(reports: readonly CoverageReport[], details: readonly string[], where: Where): OpenReports {
  const opened = reports.map((report): Opened => {
    const [packageFolder] = report.bases;
    const freshness = freshnessReader(report.path, where.machine, packageFolder);
    return { report, freshness, records: recordPlaces(freshness.tap(report.chunks), report.file) };
  });
  const languages = languagesOf(opened);
  for (const extension of sourceExtensions) languages.delete(`.${extension}`);
  return { languages: [...languages], evidenceOf: (files) => readEvidence(opened, details, files, where) };
}

/** Nearly every source is in the language of the one before: to ask whether it ends so is a tenth of taking its name apart. */
function languagesOf(opened: readonly Opened[]): Set<string> {
  const languages = new Set<string>();
  let last = '';
  for (const { records } of opened) {
    for (const { source } of records) {
      if (last.startsWith('.') && source.endsWith(last)) continue;
      last = languageOf(source);
      languages.add(last);
    }
  }
  return languages;
}

type Opened = { readonly report: CoverageReport; readonly freshness: FreshnessReader; readonly records: readonly RecordPlace[] };
type Known = { readonly file: string; readonly record: FileCoverage; readonly freshness: Freshness; readonly istanbul: readonly IstanbulFile[] };

async function readEvidence(opened: readonly Opened[], named: readonly string[], files: ReadonlySet<string>, where: Where): Promise<Evidence> {
  const elsewhere = new Map<string, readonly string[]>();
  const known: Known[] = [];
  const reports: EvidenceOf[] = [];
  for (const { report, freshness: reader, records } of opened) {
    const { placed, elsewhere: others } = placedAmong(report, records, files, where);
    for (const [file, names] of others) elsewhere.set(file, [...(elsewhere.get(file) ?? []), ...names]);
    const freshness = reader.decide();
    const beside = join(dirname(report.path), 'coverage-final.json');
    const details = placed.length === 0 || named.includes(beside) ? null : await detailsAt(beside, report.bases, files, where);
    for (const { file, record } of placed) {
      known.push({ file, record, freshness: freshness.of(join(where.root, file)), istanbul: details?.of(file) ?? [] });
    }
    reports.push({
      report: report.file,
      files: placed.length,
      statements: details?.tellsStatements === true && placed.some(({ file, record }) => isSameRun(details.of(file), record)),
      branches: placed.some(({ record }) => record.branches.length > 0),
      freshness: freshness.unknown === null ? 'known' : 'unknown',
    });
  }
  const details = await Promise.all(named.map((path) => namedDetailsAt(path, files, where)));
  for (const { file, tellsStatements } of details) reports.push({ report: file, files: 0, statements: tellsStatements, branches: true, freshness: 'unknown' });
  const byFile = Map.groupBy(known, ({ file }) => file);
  const of = (file: string): RunEvidence | null => evidenceIn(byFile.get(file) ?? [], details.flatMap((one) => one.of(file)));
  const isInDetail = details.length > 0 || known.some(({ istanbul }) => istanbul.length > 0);
  return { of, isOtherRun: (file) => isInDetail && of(file)?.isOtherRun === true, reports, elsewhere };
}

type RunEvidence = FileEvidence & { readonly isOtherRun: boolean };

/** What is known to be of another text is no evidence where something else is. */
function evidenceIn(known: readonly Known[], named: readonly IstanbulFile[]): RunEvidence | null {
  const current = known.filter(({ freshness }) => freshness !== 'stale');
  const used = current.length > 0 ? current : known;
  const [coverage] = mergeRecords(used).values();
  if (coverage === undefined) return null;
  const kinds = new Set(used.map(({ freshness }) => freshness));
  const details = [...used.flatMap(({ istanbul }) => istanbul), ...named];
  const isOtherRun =
    used.some(({ istanbul, record }) => istanbul.length > 0 && !isSameRun(istanbul, record)) || (named.length > 0 && !isSameRun(details, coverage));
  // What one of several has not run, another may have.
  const [doubtful = null] = isOtherRun && used.length + details.length === 2 ? details : [];
  return {
    coverage,
    istanbul: isOtherRun ? [] : details,
    doubtful,
    isOtherRun,
    freshness: kinds.has('stale') ? 'stale' : kinds.has('unknown') ? 'unknown' : 'fresh',
  };
}

/** Istanbul's form is looked at only where it is there: its reader is loaded then. */
async function detailsAt(path: string, bases: readonly string[], files: ReadonlySet<string>, where: Where): Promise<Details | null> {
  if (where.machine.files.kind(path) === null) return null;
  return (await import('./read-details.ts')).readDetails(path, bases, files, where);
}

async function namedDetailsAt(path: string, files: ReadonlySet<string>, where: Where): Promise<Details> {
  return (await import('./read-details.ts')).readNamedDetails(path, files, where);
}
