import type { Base } from '../../report/resolve-base.ts';
import type { ChangedFile } from '../changes/changed-file.ts';
import { changedFiles } from '../changes/changed-files.ts';
import type { Where } from '../lcov/reports.ts';

/** Since when: a commit, or as a diff says that was made elsewhere. */
export type Since = { readonly base: Base; readonly diff: null } | { readonly base: null; readonly diff: string };

/** The sources that have changed since; see `changedFiles` and `changedInDiff`, and what they throw. */
export async function changesIn({ base, diff }: Since, where: Where, languages: readonly string[]): Promise<readonly ChangedFile[]> {
  if (base !== null) return changedFiles(where, base, languages);
  const { changedInDiff } = await import('../changes/diff-file.ts');
  return changedInDiff(diff, where, languages);
}
