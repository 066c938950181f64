import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../report/sha256.ts';
import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { parseJson } from './parse-json.ts';
import { strykerReportSchema, type Mutant, type StrykerReport } from './stryker-report.ts';

/** What decides how a package's mutants fare: a hash over all that is no test, and one for each of its tests by its path in the package. */
export type Basis = { readonly sources: string; readonly tests: Readonly<Record<string, string>> };

const keptSchema = z.object({
  schema: z.literal('formwork/mutants@1'),
  sources: z.string(),
  tests: z.record(z.string(), z.string()),
  report: strykerReportSchema,
});

/**
 * What mutants of a package depend on: its own files and those of the workspace's packages that it depends on, and which versions are
 * installed. `files` are all that lie in the repository, relative to the root.
 */
export function basisOf(
  subject: Package,
  packages: readonly Package[],
  files: readonly string[],
  { machine, root }: { readonly machine: Pick<Machine, 'files'>; readonly root: string },
): Basis {
  const hash = (file: string): string => sha256(machine.files.read(join(root, file)));
  const folders = withDependencies(subject, packages).map(({ folder }) => `${folder}/`);
  const concerned = files.filter((file) => isShared(file) || folders.some((folder) => file.startsWith(folder)));
  const own = `${subject.folder}/`;
  const tests = concerned.filter((file) => file.startsWith(own) && isTest(file));
  const sources = concerned.filter((file) => !isTest(file));
  return {
    sources: sha256(sources.map((file) => `${file}\0${hash(file)}\n`).join('')),
    tests: Object.fromEntries(tests.map((file) => [file.slice(own.length), hash(file)])),
  };
}

/** Settings of the whole workspace, and the lockfile. */
function isShared(file: string): boolean {
  return /^[^/]+\.(?:json|ya?ml|[cm]?[jt]s)$/.test(file);
}

function isTest(file: string): boolean {
  return /\.(?:test|spec)\.[^./]+$/.test(file);
}

function withDependencies(subject: Package, packages: readonly Package[], seen = new Set<Package>()): readonly Package[] {
  if (!seen.has(subject)) {
    seen.add(subject);
    for (const needed of packages) if (needed.name in subject.dependencies) withDependencies(needed, packages, seen);
  }
  return [...seen];
}

/**
 * What a former run found out and what still holds, as a report to start from; null where nothing does. Stryker by itself takes over
 * the results of a mutant though code that it calls, or what a test is prepared by, has changed: so nothing holds once any source has
 * changed, and no mutant that a changed test can reach.
 */
export function stillKnown(text: string | null, basis: Basis): StrykerReport | null {
  const kept = parseJson(text, keptSchema);
  if (kept === null || kept.sources !== basis.sources) return null;
  const { report } = kept;
  const changed = Object.keys({ ...kept.tests, ...basis.tests }).filter((file) => kept.tests[file] !== basis.tests[file]);
  const ids = new Set(changed.flatMap((file) => report.testFiles[file]?.tests.map(({ id }) => id) ?? []));
  return only(report, ({ static: isStatic, coveredBy, killedBy }) =>
    isStatic ? changed.length === 0 : ![...coveredBy, ...killedBy].some((id) => ids.has(id)),
  );
}

/** What a run found out, as text to keep. How long a mutant may run depends on the machine's load, so those that ran too long are asked again. */
export function keptText({ sources, tests }: Basis, report: StrykerReport): string {
  const known = only(report, ({ status }) => status === 'Killed' || status === 'Survived');
  const kept: z.input<typeof keptSchema> = { schema: 'formwork/mutants@1', sources, tests, report: known };
  return `${JSON.stringify(kept)}\n`;
}

function only(report: StrykerReport, keep: (mutant: Mutant) => boolean): StrykerReport {
  const files = Object.entries(report.files).map(
    ([file, { mutants, ...rest }]) => [file, { ...rest, mutants: mutants.filter(keep) }] as const,
  );
  return { ...report, files: Object.fromEntries(files) };
}
