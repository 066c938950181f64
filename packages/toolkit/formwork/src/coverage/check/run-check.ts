import { basename } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { didYouMean } from '../../report/nearest.ts';
import type { Feature } from '../../workspace/model.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { check, type CheckReport } from './check.ts';

export type RunCheckOptions = {
  /** By name; none named means all. */
  readonly features: readonly string[];
  readonly requireFresh: boolean;
};

/** The bands of features, as the command line asks for them. Throws `coverage/unknown-feature` and what `check` throws. */
export function runCheck(
  { features, requireFresh }: RunCheckOptions,
  where: { readonly machine: Machine; readonly root: string },
): CheckReport {
  const workspace = readWorkspace(where.root, where.machine);
  const names = workspace.features.map(nameOf);
  const stranger = features.find((name) => !names.includes(name));
  if (stranger !== undefined) throw unknownFeature(stranger, names);
  return check(workspace, where, { requireFresh, asked: (one) => features.length === 0 || features.includes(nameOf(one)) });
}

function nameOf({ manifest, package: { folder } }: Feature): string {
  return manifest?.name ?? basename(folder);
}

function unknownFeature(name: string, names: readonly string[]): FormworkError {
  return new FormworkError({
    code: 'coverage/unknown-feature',
    message: `There is no feature ${name}.`,
    fix: `${didYouMean(name, names)}The features are: ${names.join(', ') || 'none yet'}. Name none to judge all.`,
  });
}
