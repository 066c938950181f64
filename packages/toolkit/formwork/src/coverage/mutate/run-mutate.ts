import { join } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { resolveBase } from '../../report/resolve-base.ts';
import { chooseFeatures } from '../../workspace/choose-features.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { unreadAbout } from '../../workspace/unread-about.ts';
import { changedFiles } from '../changes/changed-files.ts';
import { repositoryFiles } from '../changes/repository-files.ts';
import { basisOf } from './known-results.ts';
import { mutateFeature } from './mutate-feature.ts';
import { mutateReport, type Judged, type MutateReport } from './mutate-report.ts';
import { assertInstalled } from './run-stryker.ts';
import { sharesOf } from './share.ts';

export type MutateOptions = {
  /** By name; none named means all. */
  readonly features: readonly string[];
  /** Mutates only lines that changed since; null mutates all that the manifests name. */
  readonly base: string | null;
};

type Where = { readonly machine: Machine; readonly root: string; readonly progress: (line: string) => void };

/**
 * Changes the features' code in small ways, one at a time, and asks whether a test notices. Throws `workspace/unknown-feature`,
 * `mutation/not-installed`, and what `readWorkspace`, `resolveBase` and `changedFiles` throw.
 */
export async function runMutate(options: MutateOptions, where: Where): Promise<MutateReport> {
  const { machine, root } = where;
  const startedAt = machine.now();
  const workspace = readWorkspace(root, machine);
  const { config, packages } = workspace;
  const chosen = chooseFeatures(options.features, workspace);
  const base = options.base === null ? null : await resolveBase(machine, root, { flag: options.base, config: config.base });
  // git knows files that are gone as well.
  const files = (await repositoryFiles(where)).filter((file) => machine.files.kind(join(root, file)) === 'file');
  const changed = base === null ? null : new Map((await changedFiles(where, base)).map(({ file, lines }) => [file, lines]));
  const shares = sharesOf(chosen, files, changed, (file) => machine.files.read(join(root, file)));
  const mutated = shares.filter(({ scope }) => scope.size > 0);
  if (mutated.length > 0) assertInstalled(where);

  const judged: Judged[] = [];
  const failed: Finding[] = [];
  for (const share of mutated) {
    try {
      judged.push({ share, verdict: await mutateFeature(share, basisOf(share.package, packages, files, where), where) });
    } catch (error) {
      failed.push(failureOf(error));
    }
  }
  return mutateReport({
    shares,
    judged,
    failed,
    unread: unreadAbout(chosen, workspace),
    base,
    durationMs: machine.now() - startedAt,
  });
}

/** A feature that cannot be mutated says nothing of the others; what else went wrong ends the run. */
function failureOf(error: unknown): Finding {
  if (!(error instanceof FormworkError) || !error.code.startsWith('mutation/')) throw error;
  const { code, message, fix, file } = error;
  return finding({ code, message, fix, file });
}
