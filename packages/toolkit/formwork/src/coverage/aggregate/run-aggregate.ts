import type { Machine } from '../../report/machine.ts';
import type { Report } from '../../report/report.ts';
import { readConfig } from '../../workspace/read-config.ts';
import { testedPackages } from '../lcov/tested-packages.ts';
import { aggregate, lcovFile, summaryFile, type Aggregated } from './aggregate.ts';

export type RunAggregateOptions = {
  readonly requireFresh: boolean;
  /** Whether the totals are appended to the history, as those of the commit that is checked out. */
  readonly history: boolean;
};

type Where = { readonly machine: Machine; readonly root: string };

/**
 * Coverage of the whole repository, as the command line asks for it. The history is appended to only where the report passes. Throws what
 * `aggregate`, `committedHead` and `appendToHistory` throw; a tree that is not as committed is refused before anything is written.
 */
export async function runAggregate({ requireFresh, history }: RunAggregateOptions, where: Where): Promise<Report> {
  const workspace = { packages: testedPackages(where), config: readConfig(where.root, where.machine.files) };
  const run = (): Aggregated => aggregate(workspace, where, { requireFresh });
  return history ? await toldToHistory(run, where) : run().report;
}

async function toldToHistory(run: () => Aggregated, where: Where): Promise<Report> {
  const { committedHead } = await import('./committed-head.ts');
  const { appendToHistory, historyFile } = await import('./history.ts');
  const { withLock } = await import('../../edits/lock.ts');
  const head = await committedHead([lcovFile, summaryFile, historyFile], where);
  const { report, summary } = run();
  const remarked = (remark: string): Report => ({ ...report, note: `${report.note}; ${remark}` });
  if (report.status !== 'pass' || summary.packages.length === 0) return remarked(`nothing is appended to ${historyFile}`);
  const packages = Object.fromEntries(summary.packages.map(({ name, totals }) => [name, totals]));
  const entry = { ...head, totals: summary.totals, packages };
  const command = 'coverage aggregate --history';
  const isNew = await withLock(where.machine, where.root, { command }, async () => appendToHistory(entry, where));
  const commit = head.commit.slice(0, 10);
  return remarked(isNew ? `${commit} is appended to ${historyFile}` : `${historyFile} knows ${commit} already`);
}
