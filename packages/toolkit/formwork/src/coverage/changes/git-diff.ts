import { askGit, type Where } from './ask-git.ts';
import { parsePatch, type Patch } from './parse-patch.ts';

/** Everything that configuration and attributes could change about a diff is said here, or in the settings of `askGit`. */
const explicitly = [
  '--patch',
  '--text',
  '--unified=0',
  '--inter-hunk-context=0',
  '--irreversible-delete',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--find-renames=50%',
  '-l0',
  '-O/dev/null',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--ignore-submodules=all',
  '--submodule=short',
] as const;

/**
 * What the working tree holds that a commit did not, in the whole repository; `index` names another index than the repository's, which
 * says what belongs to the tree. Names are from git's toplevel. Throws `git/failed` and `git/diff-unreadable`.
 */
export async function gitDiff(
  where: Where,
  { commit, paths, index }: { readonly commit: string; readonly paths: readonly string[]; readonly index: string | null },
): Promise<Patch> {
  return parsePatch(await askGit(where, ['diff', ...explicitly, commit, '--', ...paths], index === null ? {} : { index }));
}
