import { dirname, join, resolve } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { resolveBase } from '../../report/resolve-base.ts';
import type { Package } from '../../workspace/model.ts';
import { readNamedReport, readReport, type CoverageReport, type Where } from '../lcov/reports.ts';
import { nothingAllowed, type Allowlist } from './allowlist.ts';
import type { Since } from './changes-in.ts';
import { diff, sourcesOf, type Diff, type DiffReport } from './diff.ts';

export type DiffOptions = {
  readonly base: string | null;
  /** Reports, relative to the machine's folder; none named means those of the workspace's packages. */
  readonly lcov: readonly string[];
  /** Files in istanbul's form, relative to the machine's folder, beside those that lie next to a report. */
  readonly jsonReport: readonly string[];
  /** The module that exports the allowlist, relative to the root; null allows nothing. */
  readonly allowlist: string | null;
  /** A diff that was made elsewhere, relative to the machine's folder, `-` for what is piped in; null asks git. */
  readonly diffFile: string | null;
  readonly requireFresh: boolean;
  /** The base's reports, relative to the machine's folder. */
  readonly baseLcov: readonly string[];
  /** Where to write the changed files with their lines coloured, relative to the machine's folder. */
  readonly html: string | null;
};

/**
 * Coverage of what changed, as the command line asks for it. Throws `coverage/no-diff-file`, and what `resolveBase`, `readAllowlist`,
 * `readNamedReport` and `diff` throw.
 */
export async function runDiff(options: DiffOptions, where: Where): Promise<DiffReport> {
  const { machine } = where;
  const named = (paths: readonly string[]): readonly CoverageReport[] => paths.map((path) => readNamedReport(resolve(machine.folder, path), where));
  const reports = named(options.lcov);
  const done = await diff(
    {
      since: await sinceWhen(options, where),
      reports: reports.length > 0 ? reports : await reportsThatLieHere(where),
      details: options.jsonReport.map((path) => resolve(machine.folder, path)),
      allowlist: options.allowlist === null ? nothingAllowed : await allowlistAt(options.allowlist, where),
      untested: [],
      requireFresh: options.requireFresh,
      before: named(options.baseLcov),
    },
    where,
  );
  if (options.html !== null) await writeHtml(resolve(machine.folder, options.html), done, where);
  return done.said;
}

async function sinceWhen({ base, diffFile }: DiffOptions, { machine, root }: Where): Promise<Since> {
  if (diffFile !== null) return { base: null, diff: diffFile === '-' ? await machine.stdin.read() : readDiffFile(diffFile, machine) };
  return { base: await resolveBase(machine, root, { flag: base, config: await configuredBase(machine, root) }), diff: null };
}

/** What a repository without configuration does not need is not loaded: git is asked so much the sooner. */
async function configuredBase({ files }: Machine, root: string): Promise<string | null> {
  if (files.kind(join(root, 'formwork.json')) === null) return null;
  return (await import('../../workspace/read-config.ts')).readConfig(root, files).base;
}

function readDiffFile(file: string, { files, folder }: Machine): string {
  const text = files.readIfPresent(resolve(folder, file));
  if (text !== null) return text;
  throw new FormworkError({
    code: 'coverage/no-diff-file',
    message: `There is no ${file}.`,
    fix: 'Make one with git diff --unified=0 <base> > <file>, or leave --diff-file out.',
  });
}

/** Those of the workspace's packages, or of a repository that is no workspace. */
async function reportsThatLieHere(where: Where): Promise<readonly CoverageReport[]> {
  const { machine, root } = where;
  if (machine.files.kind(join(root, 'pnpm-workspace.yaml')) !== null) {
    const { testedPackages } = await import('../lcov/tested-packages.ts');
    return reportsOf(testedPackages(where), where);
  }
  const own = join(root, 'coverage/lcov.info');
  return machine.files.kind(own) === null ? [] : [readNamedReport(own, where)];
}

/** The reports that packages have left. */
export function reportsOf(packages: readonly Package[], where: Where): readonly CoverageReport[] {
  return packages.flatMap((tested) => readReport(tested, where) ?? []);
}

async function allowlistAt(file: string, { machine, root }: Where): Promise<Allowlist> {
  return (await import('./read-allowlist.ts')).readAllowlist(root, file, machine.files);
}

async function writeHtml(file: string, { said, changed, evidence }: Diff, where: Where): Promise<void> {
  const { renderDiffHtml } = await import('./html/render-diff-html.ts');
  const { paintSource } = await import('./judge-source.ts');
  const shown = Array.from(sourcesOf(changed, where)).flatMap(({ text, ...source }) =>
    text === null ? [] : [{ file: source.file, text, changed: source.lines, kinds: paintSource({ ...source, text }, evidence.of(source.file)) }],
  );
  const { files } = where.machine;
  files.makeFolder(dirname(file));
  files.write(file, renderDiffHtml(shown, said));
}
