import { join } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Machine } from '../../report/machine.ts';
import { report, type Report } from '../../report/report.ts';
import type { Package, Workspace } from '../../workspace/model.ts';
import { recordRenderer } from '../lcov/render-record.ts';
import { isTested, reportOf } from '../lcov/reports.ts';
import { readEvidence, type Evidence } from './evidence.ts';
import { staleReport, unknownFreshness } from './freshness-findings.ts';
import { mergeFiles, type MeasuredFiles } from './measured-file.ts';
import { summaryOf, type CoverageSummary } from './summary.ts';
import type { Totals } from './totals.ts';
import { writeWhole } from './write-whole.ts';

export const lcovFile = 'coverage/lcov.info';
export const summaryFile = 'coverage/summary.json';

export type AggregateOptions = {
  /** Whose report counts. */
  readonly trusted?: (tested: Package) => boolean;
  /** Whose absence is worth a word. */
  readonly expected?: (tested: Package) => boolean;
  /** Whether a report is refused of which nobody knows whether the sources are still those that it measured. */
  readonly requireFresh?: boolean;
  /** Whose report is missing or stale is told elsewhere. */
  readonly toldElsewhere?: (tested: Package) => boolean;
};

export type Aggregated = { readonly report: Report; readonly summary: CoverageSummary };

/**
 * Merges the reports of all tested packages to `coverage/lcov.info` and `coverage/summary.json`, each whole or not at all, and says which
 * of them left none, or one that knows no file. A report of sources that have changed since is refused, and its numbers are left out. Where
 * reports are expected and none knows any file, evidence is missing. Throws what `readEvidence` throws.
 */
export function aggregate(
  { packages, config }: Pick<Workspace, 'packages' | 'config'>,
  where: { readonly machine: Machine; readonly root: string },
  { trusted = () => true, expected = () => true, requireFresh = false, toldElsewhere = () => false }: AggregateOptions = {},
): Aggregated {
  const { machine, root } = where;
  const startedAt = machine.now();
  const renderer = recordRenderer();
  const tested = packages.filter((candidate) => isTested(candidate) && trusted(candidate)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const read = tested.map((candidate) => ({ candidate, evidence: readEvidence(candidate, renderer, where) }));
  const all = read.flatMap(({ evidence }) => evidence ?? []);
  const refused = all.filter(({ stale }) => stale.length > 0);
  const measured = all.filter(({ stale, files }) => stale.length === 0 && files.size > 0);
  const unknown = measured.filter((evidence) => evidence.unknown !== null);
  const absent = read.filter(({ candidate, evidence }) => isEmpty(evidence) && expected(candidate));

  const merged = mergeFiles(
    measured.map(({ files }) => files),
    renderer,
  );
  const summary = summaryOf(measured, merged, (folder) => folder.startsWith(`${config.roots.features}/`));
  if (measured.length > 0) {
    writeWhole(machine, join(root, lcovFile), inOrder(merged));
    writeWhole(machine, join(root, summaryFile), `${JSON.stringify(summary, null, 2)}\n`);
  }
  const said = report({
    gate: 'coverage:aggregate',
    inspected: { packages: tested.length, reports: measured.length, files: merged.size, lines: summary.totals.lines.found },
    durationMs: machine.now() - startedAt,
    note: [...shares(summary.totals, measured.length), ...remarks(measured, refused, unknown)].join('; '),
    findings: [
      ...refused.filter((evidence) => !toldElsewhere(evidence.package)).map(staleReport),
      ...(requireFresh ? unknown.map(unknownFreshness) : []),
      ...absent.filter(({ candidate }) => !toldElsewhere(candidate)).map(({ candidate, evidence }) => withoutReport(candidate, evidence)),
    ],
    evidenceMissing: (all.every(isEmpty) && absent.length > 0) || (requireFresh && unknown.length > 0),
  });
  return { report: said, summary };
}

/** What knows no file of the repository has looked at nothing. */
function isEmpty(evidence: Evidence | null): boolean {
  return evidence === null || evidence.files.size === 0;
}

/** Records in the order of their files. To sort names alone takes a tenth of the time. */
function inOrder(files: MeasuredFiles): readonly Uint8Array[] {
  const sorted = Array.from([...files.keys()].sort(), (file) => files.get(file));
  return sorted.filter((measured) => measured !== undefined).map(({ record }) => record);
}

function shares(totals: Totals, reports: number): readonly string[] {
  if (reports === 0) return ['no report to merge'];
  const [lines, functions, branches] = (['lines', 'functions', 'branches'] as const).map(
    (what) => `${totals[what].percent} % of ${totals[what].found} ${what}`,
  );
  return [`${lines}, ${functions}, ${branches} covered, see ${summaryFile}`];
}

/** What a reader has to know of the evidence. */
function remarks(measured: readonly Evidence[], refused: readonly Evidence[], unknown: readonly Evidence[]): readonly string[] {
  const sharded = measured.filter(({ leftOut }) => leftOut !== null);
  return [
    ...sharded.map(({ leftOut, reports }) => `${leftOut} is left out for the ${counted(reports.length, 'shard')} beside it`),
    ...(refused.length === 0 ? [] : [`${counted(refused.length, 'stale report')} left out`]),
    ...(unknown.length === 0 ? [] : [`freshness unknown for ${counted(unknown.length, 'report')}`]),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`;
}

function withoutReport(tested: Package, evidence: Evidence | null): Finding {
  const run = `Run pnpm test --filter ${tested.name} -- --coverage`;
  return finding({
    code: 'coverage/no-report',
    severity: 'warning',
    file: `${tested.folder}/package.json`,
    ...(evidence === null
      ? { message: `${tested.name} has tests, and left no ${reportOf(tested)}.`, fix: `${run}, and let the runner write lcov.` }
      : {
          message: `${tested.name} has tests, and ${evidence.reports.join(', ')} knows no file of this repository.`,
          fix: `${run}, and let the runner include the package's sources.`,
        }),
  });
}
