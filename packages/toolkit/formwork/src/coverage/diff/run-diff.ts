import { resolve } from 'node:path';
import type { Machine } from '../../report/machine.ts';
import { resolveBase } from '../../report/resolve-base.ts';
import type { Package } from '../../workspace/model.ts';
import { readConfig } from '../../workspace/read-config.ts';
import { nothingAllowed } from './allowlist.ts';
import { diff, type DiffReport } from './diff.ts';
import { readAllowlist } from './read-allowlist.ts';
import { testedPackages } from '../lcov/tested-packages.ts';
import { readNamedReport, readReport, type CoverageReport } from '../lcov/reports.ts';

export type DiffOptions = {
  readonly base: string | null;
  /** Reports, relative to the machine's folder; none named means those of the workspace's packages. */
  readonly lcov: readonly string[];
  /** The module that exports the allowlist, relative to the root; null allows nothing. */
  readonly allowlist: string | null;
};

/**
 * Coverage of what changed, as the command line asks for it. Throws what `resolveBase`, `readAllowlist`, `readNamedReport` and `diff`
 * throw.
 */
export async function runDiff(options: DiffOptions, where: { readonly machine: Machine; readonly root: string }): Promise<DiffReport> {
  const { machine, root } = where;
  const { base: configured } = readConfig(root, machine.files);
  const base = await resolveBase(machine, root, { flag: options.base, config: configured });
  const reports = options.lcov.map((path) => readNamedReport(resolve(machine.folder, path), where));
  return diff(
    {
      base,
      reports: reports.length > 0 ? reports : reportsOf(testedPackages(where), where),
      allowlist: options.allowlist === null ? nothingAllowed : readAllowlist(root, options.allowlist, machine.files),
      untested: [],
    },
    where,
  );
}

/** The reports that packages have left. */
export function reportsOf(
  packages: readonly Package[],
  where: { readonly machine: Machine; readonly root: string },
): readonly CoverageReport[] {
  return packages.flatMap((tested) => readReport(tested, where) ?? []);
}
