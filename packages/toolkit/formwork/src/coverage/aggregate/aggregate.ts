import { join } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Machine } from '../../report/machine.ts';
import { report, type Report } from '../../report/report.ts';
import type { Package } from '../../workspace/model.ts';
import { mergeRecords } from '../lcov/merged.ts';
import { renderLcov } from '../lcov/render-lcov.ts';
import { isTested, placed, readReport, reportOf } from '../lcov/reports.ts';
import { totalsOf, type Totals } from '../lcov/totals.ts';

/** `coverage/summary.json`. */
export type CoverageSummary = {
  readonly schema: 'formwork/coverage@1';
  readonly totals: Totals;
  /** Those that have a report, in the order of their folders. */
  readonly packages: readonly { readonly name: string; readonly folder: string; readonly files: number; readonly totals: Totals }[];
};

/**
 * Merges the reports of all tested packages to `coverage/lcov.info` and `coverage/summary.json`, and says which of them left none.
 * `trusted` tells whose report counts, `expected` whose absence is worth a word. No report at all where one is expected is missing
 * evidence. Throws `lcov/corrupt` and `lcov/ambiguous-source`.
 */
export function aggregate(
  packages: readonly Package[],
  where: { readonly machine: Machine; readonly root: string },
  { trusted = () => true, expected = () => true }: { trusted?: (tested: Package) => boolean; expected?: (tested: Package) => boolean } = {},
): Report {
  const { machine, root } = where;
  const startedAt = machine.now();
  const tested = packages.filter((candidate) => isTested(candidate) && trusted(candidate)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const read = tested.map((candidate) => ({ package: candidate, report: readReport(candidate, where) }));
  const measured = read.flatMap(({ package: { name, folder }, report: found }) =>
    found === null ? [] : [{ name, folder, records: [...placed(found, where)] }],
  );
  const coverage = mergeRecords(measured.flatMap(({ records }) => records));
  const files = [...coverage.values()];
  const summary: CoverageSummary = {
    schema: 'formwork/coverage@1',
    totals: totalsOf(files),
    packages: measured.map(({ name, folder, records }) => {
      const own = [...mergeRecords(records).values()];
      return { name, folder, files: own.length, totals: totalsOf(own) };
    }),
  };
  const absent = read
    .filter(({ package: candidate, report: found }) => found === null && expected(candidate))
    .map(({ package: candidate }) => candidate);
  if (measured.length > 0) {
    machine.files.makeFolder(join(root, 'coverage'));
    machine.files.write(join(root, 'coverage/lcov.info'), renderLcov(coverage));
    machine.files.write(join(root, 'coverage/summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  }
  return report({
    gate: 'coverage:aggregate',
    inspected: { packages: tested.length, reports: measured.length, files: files.length, lines: summary.totals.lines.found },
    durationMs: machine.now() - startedAt,
    note: noteOn(summary, measured.length),
    findings: absent.map(withoutReport),
    evidenceMissing: measured.length === 0 && absent.length > 0,
  });
}

function withoutReport(tested: Package): Finding {
  return finding({
    code: 'coverage/no-report',
    severity: 'warning',
    file: `${tested.folder}/package.json`,
    message: `${tested.name} has tests, and left no ${reportOf(tested)}.`,
    fix: `Run pnpm test --filter ${tested.name} -- --coverage, and let the runner write lcov.`,
  });
}

function noteOn({ totals }: CoverageSummary, reports: number): string {
  if (reports === 0) return 'no report to merge';
  const share = (what: keyof Totals): string => `${totals[what].percent ?? 100} % of ${totals[what].found} ${what}`;
  return `${share('lines')}, ${share('functions')}, ${share('branches')} covered; see coverage/summary.json`;
}
