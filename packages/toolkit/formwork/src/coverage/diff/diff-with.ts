import { join, resolve } from 'node:path';
import { readNamedReport, readReport, type CoverageReport, type Where } from '../lcov/reports.ts';
import { nothingAllowed, type Allowlist } from './allowlist.ts';
import type { Changes } from './changes-since.ts';
import { diff, sourcesOf, type Diff, type DiffReport } from './diff.ts';
import type { HtmlFile } from './html/draw-file.ts';

/** What the command line says of the evidence. Files are relative to the machine's folder, but for the allowlist. */
export type EvidenceOptions = {
  /** Reports; none named means those of the workspace's packages. */
  readonly lcov: readonly string[];
  /** Files in istanbul's form beside those that lie next to a report. */
  readonly jsonReport: readonly string[];
  /** The module that exports the allowlist, relative to the root; null allows nothing. */
  readonly allowlist: string | null;
  readonly requireFresh: boolean;
  /** The base's reports. */
  readonly baseLcov: readonly string[];
  /** Where to write the changed files with their lines coloured. */
  readonly html: string | null;
};

/** Judges changes by the evidence that the command line names. Throws what `readAllowlist`, `readNamedReport`, `diff` and `writeOver` throw. */
export async function diffWith(changes: Changes, options: EvidenceOptions, where: Where): Promise<DiffReport> {
  const { machine } = where;
  const named = (paths: readonly string[]): readonly CoverageReport[] => paths.map((path) => readNamedReport(resolve(machine.folder, path), where));
  const reports = named(options.lcov);
  const done = await diff(
    {
      changes,
      reports: reports.length > 0 ? reports : await reportsThatLieHere(where),
      details: options.jsonReport.map((path) => resolve(machine.folder, path)),
      allowlist: options.allowlist === null ? nothingAllowed : await allowlistAt(options.allowlist, where),
      untested: [],
      requireFresh: options.requireFresh,
      before: named(options.baseLcov),
    },
    where,
  );
  if (options.html !== null) await writeHtml(options.html, done, where);
  return done.said;
}

/** Those of the workspace's packages; where none of them is tested, or there is no workspace, the repository's own. */
async function reportsThatLieHere(where: Where): Promise<readonly CoverageReport[]> {
  const { machine, root } = where;
  if (machine.files.kind(join(root, 'pnpm-workspace.yaml')) !== null) {
    const { testedPackages } = await import('../lcov/tested-packages.ts');
    const packages = testedPackages(where);
    // The file may hold settings of pnpm alone.
    if (packages.length > 0) return packages.flatMap((tested) => readReport(tested, where) ?? []);
  }
  const own = join(root, 'coverage/lcov.info');
  return machine.files.kind(own) === null ? [] : [readNamedReport(own, where)];
}

async function allowlistAt(file: string, { machine, root }: Where): Promise<Allowlist> {
  return (await import('./read-allowlist.ts')).readAllowlist(root, file, machine.files);
}

async function writeHtml(named: string, { said, changed, evidence }: Diff, where: Where): Promise<void> {
  const { pageMark, renderDiffHtml } = await import('./html/render-diff-html.ts');
  const { writeOver } = await import('../write-over.ts');
  const { paintSource } = await import('./judge-source.ts');
  function* painted(): Generator<HtmlFile> {
    for (const { text, ...source } of sourcesOf(changed, where)) {
      if (text === null) continue;
      yield { file: source.file, text, changed: source.lines, kinds: paintSource({ ...source, text }, evidence.of(source.file)) };
    }
  }
  writeOver(renderDiffHtml(painted(), said), { named, mark: pageMark }, where.machine);
}
