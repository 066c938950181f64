import { withLock } from '../../edits/lock.ts';
import type { Machine } from '../../report/machine.ts';
import type { Report } from '../../report/report.ts';
import { readConfig } from '../../workspace/read-config.ts';
import { testedPackages } from '../lcov/tested-packages.ts';
import { aggregate, lcovFile, summaryFile } from './aggregate.ts';
import { committedHead } from './committed-head.ts';
import { appendToHistory, historyFile } from './history.ts';

export type RunAggregateOptions = {
  readonly requireFresh: boolean;
  /** Whether the totals are appended to the history, as those of the commit that is checked out. */
  readonly history: boolean;
};

/**
 * Coverage of the whole repository, as the command line asks for it. The history is appended to only where the report passes. Throws what
 * `aggregate`, `committedHead` and `appendToHistory` throw; a tree that is not as committed is refused before anything is written.
 */
export async function runAggregate(
  { requireFresh, history }: RunAggregateOptions,
  where: { readonly machine: Machine; readonly root: string },
): Promise<Report> {
  const { machine, root } = where;
  const head = history ? await committedHead([lcovFile, summaryFile, historyFile], where) : null;
  const workspace = { packages: testedPackages(where), config: readConfig(root, machine.files) };
  const { report, summary } = aggregate(workspace, where, { requireFresh });
  if (head === null) return report;
  if (report.status !== 'pass' || summary.packages.length === 0) return remarked(report, `nothing is appended to ${historyFile}`);
  const entry = {
    ...head,
    totals: summary.totals,
    packages: Object.fromEntries(summary.packages.map(({ name, totals }) => [name, totals])),
  };
  const isNew = await withLock(machine, root, { command: 'coverage aggregate --history' }, async () => appendToHistory(entry, where));
  const commit = head.commit.slice(0, 10);
  return remarked(report, isNew ? `${commit} is appended to ${historyFile}` : `${historyFile} knows ${commit} already`);
}

function remarked(report: Report, remark: string): Report {
  return { ...report, note: `${report.note}; ${remark}` };
}
