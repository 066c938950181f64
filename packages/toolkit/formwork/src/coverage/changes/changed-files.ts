import { FormworkError } from '../../report/formwork-error.ts';
import type { Base } from '../../report/resolve-base.ts';
import { askGit, type Where } from './ask-git.ts';
import type { ChangedFile } from './changed-file.ts';
import { gitDiff } from './git-diff.ts';
import { listFiles } from './list-files.ts';
import type { Patch } from './parse-patch.ts';
import { withScratchIndex } from './scratch-index.ts';
import { isSourceOf, sourcePaths } from './source-file.ts';
import { treeBelow } from './tree.ts';

/**
 * The sources below the root that are other than at the base, by name: committed, staged, unstaged and untracked are one. Where there are
 * several merge bases, a line has changed if it has changed against each. `languages` count beside JS and TS, as `languageOf` names them.
 * A file that moved counts with the lines that were edited, a copy is new; a name that is no UTF-8 is given as git writes it, and nothing
 * can be read under it. Throws `git/unmerged`, `git/failed`, `git/not-writable` and `git/diff-unreadable`.
 */
export async function changedFiles(
  where: Where,
  base: Pick<Base, 'commits'>,
  languages: readonly string[] = [],
): Promise<readonly ChangedFile[]> {
  const paths = sourcePaths(languages);
  const diffs = (index: string | null): Promise<readonly Patch[]> =>
    Promise.all(base.commits.map((commit) => gitDiff(where, { commit, paths, index })));
  // What takes the longest begins first; that there is no tree is said before all else.
  const asked = Promise.all([diffs(null), listFiles(where)]);
  asked.catch(() => {});
  const prefix = await rootPrefix(where);
  const [patches, listed] = await asked;

  const tree = treeBelow(where, prefix, (file) => isSourceOf(file, languages));
  if (listed.unmerged !== null) throw inMerge(`${tree.nameOf(listed.unmerged)}`);
  const untracked = listed.untracked.filter(tree.holds);
  // What is to be taken for unchanged may be gone; what is not to be looked for may be there.
  const hidden = [...listed.assumed.filter(tree.isSource), ...listed.skipped.filter(tree.holds)];

  const placed = ({ files }: Patch): readonly ChangedFile[] => files.flatMap((file) => tree.place(file) ?? []);
  // Git alone can tell what has moved where, and which lines of a file that it does not look at are other than at the base.
  const isAskedAgain = hidden.length > 0 || untracked.some(({ isText }) => !isText) || patches.some(({ takesAway }) => takesAway);
  if (isAskedAgain && hidden.length + untracked.length > 0) {
    const files = [...hidden, ...untracked];
    return inEach((await withScratchIndex(where, { files, commit: base.commits[0] }, diffs)).map(placed));
  }
  const added = untracked.map((name) => tree.whole(`${tree.nameOf(name)}`)).filter(({ lines }) => lines.size > 0);
  return inEach(patches.map((patch) => [...placed(patch), ...added]));
}

/** The root's path from git's toplevel, ending in a slash where it is not empty. Throws `git/failed`. */
async function rootPrefix(where: Where): Promise<string> {
  const told = await askGit(where, ['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  if (!told.startsWith(isInside)) throw noTree(where.root);
  return told.slice(isInside.length).replace(/\n$/, '');
}

const isInside = 'true\n';

/** What has changed against each base; where lines were before is told of the first. */
function inEach([first = [], ...others]: readonly (readonly ChangedFile[])[]): readonly ChangedFile[] {
  const against = others.map((changed) => new Map(changed.map(({ file, lines }) => [file, lines])));
  const kept = first.map((changed) =>
    against.length === 0
      ? changed
      : {
          ...changed,
          lines: new Set([...changed.lines].filter((line) => against.every((lines) => lines.get(changed.file)?.has(line) === true))),
        },
  );
  return kept.sort((a, b) => Number(a.file > b.file) - Number(a.file < b.file));
}

function inMerge(file: string): FormworkError {
  return new FormworkError({
    code: 'git/unmerged',
    message: `A merge is under way, and ${file} is not resolved: nobody can say yet what has changed.`,
    fix: 'Resolve it and git add it, or git merge --abort.',
    file,
  });
}

function noTree(root: string): FormworkError {
  return new FormworkError({
    code: 'git/failed',
    message: `${root} is no working tree to git: the repository is bare, or its core.worktree is another folder.`,
    fix: 'Run this in a working tree of it: git worktree list.',
  });
}
