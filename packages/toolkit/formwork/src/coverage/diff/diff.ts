import { join } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Machine } from '../../report/machine.ts';
import { report, type Report } from '../../report/report.ts';
import type { Base } from '../../report/resolve-base.ts';
import type { Package } from '../../workspace/model.ts';
import { allowing, unusedEntries, type Allowlist } from './allowlist.ts';
import { changedLines, repositoryFiles } from '../changes/changed-lines.ts';
import { judgeDiff, type ChangedSource } from './judge-diff.ts';
import { mergeRecords } from '../lcov/merged.ts';
import { placedAmong } from '../lcov/placed-among.ts';
import type { CoverageReport } from '../lcov/reports.ts';
import { isSource, sourceExtensions } from '../changes/source-file.ts';
import { uncoveredIn, type Uncovered } from './uncovered.ts';

/** A report, and rendered from its findings, the lines that no test runs. */
export type DiffReport = Report & { readonly uncovered: readonly Uncovered[] };

export type DiffEvidence = {
  readonly base: Base;
  readonly reports: readonly CoverageReport[];
  readonly allowlist: Allowlist;
  /** Packages whose tests failed: what their reports say, or do not say, is no evidence. */
  readonly untested: readonly Package[];
};

/**
 * Asks whether every line that changed since the base is run by a test. Without any report there is no evidence, unless nothing changed.
 * Throws `lcov/corrupt`, `lcov/ambiguous-source`, `git/unmerged` and `git/failed`.
 */
export async function diff(
  { base, reports, allowlist, untested }: DiffEvidence,
  where: { readonly machine: Machine; readonly root: string },
): Promise<DiffReport> {
  const { machine, root } = where;
  const startedAt = machine.now();
  const changed = await changedLines(where, base.commit, sourceExtensions);
  const sources = changed.filter(({ file, lines }) => isSource(file) && lines.size > 0);
  const setAside = untested.map((tested) => ({ tested, files: sources.filter(({ file }) => file.startsWith(`${tested.folder}/`)) }));
  const asked = sources.filter((source) => !setAside.some(({ files }) => files.includes(source)));
  const names = new Set(asked.map(({ file }) => file));
  const coverage = mergeRecords(reports.flatMap((one) => placedAmong(one, names, where).placed));
  const read = asked.map((source): ChangedSource => ({ ...source, text: machine.files.readIfPresent(join(root, source.file)) }));
  const { findings, ...judged } = judgeDiff(read, coverage, allowing(allowlist));
  const isBlind = reports.length === 0 && findings.length > 0;
  const all = [
    ...(isBlind ? [noReport(findings.length)] : findings),
    ...setAside.flatMap(({ tested, files }) => (files.length === 0 ? [] : [notMeasured(tested, files.length)])),
    ...(await unused(allowlist, where)),
  ];
  const said = report({
    gate: 'coverage:diff',
    base: base.commit,
    inspected: { files: asked.length, ...judged, reports: reports.length },
    durationMs: machine.now() - startedAt,
    note: sources.length === 0 ? `no source has changed since ${base.source}` : null,
    findings: all,
    evidenceMissing: isBlind,
  });
  return { ...said, uncovered: uncoveredIn(said.findings) };
}

async function unused(allowlist: Allowlist, where: { readonly machine: Machine; readonly root: string }): Promise<readonly Finding[]> {
  if (allowlist.entries.length === 0) return [];
  const linesOf = (file: string): readonly string[] => (where.machine.files.readIfPresent(join(where.root, file)) ?? '').split('\n');
  return unusedEntries(allowlist, await repositoryFiles(where), linesOf);
}

function notMeasured({ name, folder }: Package, files: number): Finding {
  const changed = `${files} ${files === 1 ? 'source' : 'sources'}`;
  return finding({
    code: 'coverage/not-measured',
    file: `${folder}/package.json`,
    message: `The tests of ${name} failed, so nobody knows what they run of what changed in it: ${changed}.`,
    fix: `Make them pass first: pnpm test --filter ${name}.`,
  });
}

function noReport(files: number): Finding {
  return finding({
    code: 'coverage/no-report',
    file: '.',
    message: `${files} ${files === 1 ? 'source has' : 'sources have'} changed, and there is no coverage report at all.`,
    fix: 'Run pnpm test -- --coverage, or name a report: --lcov <file>.',
  });
}
