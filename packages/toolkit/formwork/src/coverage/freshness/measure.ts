import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Machine } from '../../report/machine.ts';
import { isSource } from '../changes/source-file.ts';
import { filesBelow } from './files-below.ts';
import { hashesOf, hashOfFile } from './hash-files.ts';
import { namedSources } from './named-sources.ts';
import { renderSources, sourcesFileOf } from './sources-file.ts';

/** A run of a package's tests, in the machine's folder. */
export type Run = {
  /** What runs them, and its words. */
  readonly command: readonly [string, ...string[]];
  /** Where it leaves its lcov, relative to the package's folder. */
  readonly report: string;
  /** Whether it measures though none of its words says so. */
  readonly always: boolean;
};

export type Measured = {
  /** The command's own; 1 where that is 0 and sources changed. */
  readonly exitCode: number;
  /** How many sources were watched. */
  readonly sources: number;
  /** A source that changed, each. */
  readonly findings: readonly Finding[];
};

/**
 * Runs a package's tests and writes down, in `sources.json` beside the report, which bytes they measured. Where a source changed meanwhile,
 * nobody can say what was measured: no report is left. A run that is asked to measure takes the report of the last one away first, so that
 * one that dies leaves none; a run that writes no report leaves what lies there. Throws `process/not-started`.
 */
export async function measure({ command, report, always }: Run, { machine, root }: { machine: Machine; root: string }): Promise<Measured> {
  const { folder, files } = machine;
  const reportFile = resolve(folder, report);
  const before = hashesOf(folder, await filesBelow(folder, machine), files);
  if (always || asksForCoverage(command)) removeEvidence(reportFile, machine);
  const lastReport = hashOfFile(reportFile, files);

  const { exitCode } = await machine.run(command, { folder, output: 'inherit' });

  const newReport = hashOfFile(reportFile, files);
  const measured = newReport !== null && newReport !== lastReport;
  const known = new Set([...before.keys(), ...(await filesBelow(folder, machine))]);
  const named = measured ? namedSources(reportFile, { bases: [folder, root], known }, machine) : [];
  const left = relative(folder, dirname(reportFile));
  const own = [...known].filter((name) => isSource(name) && !isBelow(name, left));
  const watched = new Set([...own, ...named.filter((name) => known.has(name))]);
  const after = hashesOf(folder, watched, files);
  const changes = [...watched].flatMap((name) => changeOf(before.get(name), after.get(name), join(folder, name), root) ?? []);
  if (changes.length > 0) {
    if (measured) removeEvidence(reportFile, machine);
    return { exitCode: exitCode === 0 ? 1 : exitCode, sources: watched.size, findings: changes };
  }
  if (measured) {
    const place = relative(dirname(reportFile), folder);
    // What git ignores is made, and often by the run itself.
    const made = hashesOf(folder, named.filter((name) => !known.has(name)), files);
    files.write(sourcesFileOf(reportFile), renderSources({ report: newReport, folder: place, sources: Object.fromEntries([...after, ...made]) }));
  }
  return { exitCode, sources: watched.size, findings: [] };
}

/** `--coverage`, `--coverage.enabled`, `--coverage=true`; not `--no-coverage` or `--coverage.enabled=false`. */
function asksForCoverage(words: readonly string[]): boolean {
  const isSaid = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  return isSaid(/^--coverage(?:[.=]|$)/) && !isSaid(/^--(?:no-coverage|coverage(?:\.enabled)?=false)$/);
}

/** What lies beside a report is part of it, like the scripts of its pages; a folder that is the package's own is none. */
function isBelow(name: string, reportFolder: string): boolean {
  return reportFolder !== '' && name.startsWith(`${reportFolder}${sep}`);
}

/** A report is its lcov, the details of the same run, and what they measured. */
function removeEvidence(reportFile: string, { files }: Machine): void {
  for (const path of [reportFile, join(dirname(reportFile), 'coverage-final.json'), sourcesFileOf(reportFile)])
    if (files.kind(path) !== null) files.remove(path);
}

function changeOf(before: string | undefined, after: string | undefined, path: string, root: string): Finding | null {
  if (before === after) return null;
  const file = relative(root, path).split(sep).join(posix.sep);
  const what = before === undefined ? 'appeared' : after === undefined ? 'went away' : 'changed';
  return finding({
    code: 'coverage/sources-changed',
    file,
    message: `${file} ${what} while the tests ran, so nobody can say which of its versions they tested.`,
    fix: 'Run the tests again while nothing writes to the sources; what a test itself writes belongs where git ignores it.',
  });
}
