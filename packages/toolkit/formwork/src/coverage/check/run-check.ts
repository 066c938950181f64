import type { Machine } from '../../report/machine.ts';
import { chooseFeatures } from '../../workspace/choose-features.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { unreadAbout } from '../../workspace/unread-about.ts';
import { check, type CheckReport } from './check.ts';

export type RunCheckOptions = {
  /** By name; none named means all. */
  readonly features: readonly string[];
  readonly requireFresh: boolean;
};

/** The bands of features, as the command line asks for them. Throws `workspace/unknown-feature` and what `check` throws. */
export function runCheck(
  { features, requireFresh }: RunCheckOptions,
  where: { readonly machine: Machine; readonly root: string },
): CheckReport {
  const workspace = readWorkspace(where.root, where.machine);
  const chosen = new Set(chooseFeatures(features, workspace));
  return check(workspace, where, { requireFresh, asked: (one) => chosen.has(one), unread: unreadAbout([...chosen], workspace) });
}
