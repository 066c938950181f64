import { join } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import { report, type Report } from '../../report/report.ts';
import type { Package } from '../../workspace/model.ts';
import type { ChangedFile } from '../changes/changed-file.ts';
import { repositoryFiles } from '../changes/repository-files.ts';
import { placed, type CoverageReport, type Where } from '../lcov/reports.ts';
import { mergeRecords } from '../lcov/merged.ts';
import { allowsNothing, type Allowlist, type Allows } from './allowlist.ts';
import type { Changes } from './changes-since.ts';
import { judgeDiff, type ShownHint } from './judge-diff.ts';
import type { ChangedSource } from './judge-evidence.ts';
import { withoutEvidence, type Doubts, type Undoubted } from './doubts.ts';
import { lostFindings, lostLines } from './lost.ts';
import { openReports, type Evidence, type EvidenceOf } from './read-evidence.ts';
import { uncoveredIn, type Uncovered } from './uncovered.ts';

/** A report, and rendered from its findings, the lines that no test runs. */
export type DiffReport = Report & {
  readonly uncovered: readonly Uncovered[];
  /** Comments in what has changed that tell a coverage tool to look away, and why. */
  readonly hints: readonly ShownHint[];
  /** `unknown` where some of what was judged may have been measured as another text. */
  readonly freshness: 'fresh' | 'unknown';
  /** What each report was able to say. */
  readonly evidence: readonly EvidenceOf[];
};

export type DiffInput = {
  readonly changes: Changes;
  readonly reports: readonly CoverageReport[];
  /** Files in istanbul's form beside those that lie next to a report, by their absolute paths. */
  readonly details: readonly string[];
  readonly allowlist: Allowlist;
  /** Packages whose tests failed: what their reports say, or do not say, is no evidence. */
  readonly untested: readonly Package[];
  /** Whether a source of which nobody knows if it is what was measured is missing evidence. */
  readonly requireFresh: boolean;
  /** The base's reports, for what has lost its coverage; none asks nothing. */
  readonly before: readonly CoverageReport[];
};

/** What was judged, for those who show it. */
export type Diff = { readonly said: DiffReport; readonly changed: readonly ChangedFile[]; readonly evidence: Evidence };

/**
 * Asks whether every line that changed is run by a test. Without any report there is no evidence, unless nothing changed.
 * Throws `lcov/corrupt`, `lcov/ambiguous-source`, `istanbul/corrupt` and what `changes` throws.
 */
export async function diff(input: DiffInput, where: Where): Promise<Diff> {
  const { changes, reports, untested, allowlist } = input;
  const { machine } = where;
  const startedAt = machine.now();
  // Git works while the reports are walked.
  const opened = openReports(reports, input.details, where);
  const changed = await changes.in(opened.languages);
  const touched = changed.filter(({ lines }) => lines.size > 0);
  const setAside = untested.map((tested) => ({ tested, files: touched.filter(({ file }) => file.startsWith(`${tested.folder}/`)) }));
  const asked = touched.filter((source) => !setAside.some(({ files }) => files.includes(source)));
  const evidence = await opened.evidenceOf(new Set(asked.map(({ file }) => file)));

  const { findings, hints, ...judged } = await judgeDiff(sourcesOf(asked, where), evidence.of, await allows(allowlist));
  const doubts: Doubts = { findings, changed: asked, evidence, hasReports: reports.length > 0, requireFresh: input.requireFresh };
  const { told, isMissing, freshness, otherRun } = withoutEvidence(doubts);
  const all = [
    ...told,
    ...setAside.flatMap(({ tested, files }) => (files.length === 0 ? [] : [notMeasured(tested, files.length)])),
    ...lost(input, changed, where),
    ...(await unused(allowlist, where)),
  ];
  const said = report({
    gate: 'coverage:diff',
    base: changes.base?.commit ?? null,
    inspected: { files: asked.length, ...judged, hints: hints.length, reports: reports.length },
    durationMs: machine.now() - startedAt,
    note: noteOn(touched.length, changes, { freshness, otherRun, hints }),
    findings: all,
    evidenceMissing: isMissing,
  });
  return { said: { ...said, uncovered: uncoveredIn(said.findings), hints, freshness, evidence: evidence.reports }, changed: asked, evidence };
}

/** One at a time: all texts at once are more than the memory that everything else takes. */
export function* sourcesOf(changed: readonly ChangedFile[], { machine, root }: Where): Generator<ChangedSource, void, undefined> {
  for (const { file, lines } of changed) yield { file, lines, text: machine.files.readIfPresent(join(root, file)) };
}

type Noted = Pick<Undoubted, 'freshness' | 'otherRun'> & { readonly hints: readonly ShownHint[] };

function noteOn(files: number, { base }: Changes, { freshness, otherRun, hints }: Noted): string | null {
  if (files === 0) return `no source has changed ${base === null ? 'in the diff' : `since ${base.source}`}`;
  const explained = hints.flatMap(({ file, line, tool, reason }) => (reason === null ? [] : [`${tool} looks away at ${file}:${line}: ${reason}`]));
  const unsure = freshness === 'unknown' ? ['freshness unknown: nobody can say whether the reports measured what lies here'] : [];
  const [first, ...others] = otherRun;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const old = first === undefined ? [] : [`coverage-final.json tells other counts of ${first}${more} than the lcov: it is of another run, and no line passes by it`];
  const all = [...unsure, ...old, ...explained];
  return all.length === 0 ? null : all.join('\n');
}

function lost({ before, reports }: DiffInput, changed: readonly ChangedFile[], where: Where): readonly Finding[] {
  if (before.length === 0) return [];
  const coverageOf = (some: readonly CoverageReport[]): ReturnType<typeof mergeRecords> => mergeRecords(some.flatMap((one) => [...placed(one, where)]));
  return lostFindings(lostLines(coverageOf(before), coverageOf(reports), changed), linesIn(where));
}

/** Globs are read, and their reader is loaded, where there are some. */
async function allows(allowlist: Allowlist): Promise<Allows> {
  return allowlist.entries.length === 0 ? allowsNothing : (await import('./match-allowlist.ts')).allowing(allowlist);
}

async function unused(allowlist: Allowlist, where: Where): Promise<readonly Finding[]> {
  if (allowlist.entries.length === 0) return [];
  const { unusedEntries } = await import('./match-allowlist.ts');
  return unusedEntries(allowlist, await repositoryFiles(where), linesIn(where));
}

function linesIn({ machine, root }: Where): (file: string) => readonly string[] {
  return (file) => (machine.files.readIfPresent(join(root, file)) ?? '').split('\n');
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
