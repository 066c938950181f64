import { join } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import { git } from '../../report/git.ts';
import type { Machine } from '../../report/machine.ts';
import { parseDiff, type ChangedLines } from './parse-diff.ts';

/** Everything that a user's configuration, attributes or environment could change about the answer is said here. */
const explicitly = [
  '--patch',
  '--text',
  '--unified=0',
  '--inter-hunk-context=0',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--find-renames=50%',
  '-l0',
  '-O/dev/null',
  '--diff-algorithm=histogram',
  '--indent-heuristic',
  '--relative',
  '--ignore-submodules=all',
  '--submodule=short',
] as const;

const settings = ['-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false', '-c', 'diff.suppressBlankEmpty=false'] as const;

/**
 * What the working tree holds that the commit did not, below the root: committed, staged, unstaged and untracked are one.
 * `extensions` limits it to such files. A file that moved counts with the lines that were edited, a copy is new.
 * Throws `git/unmerged`, `git/failed` and `git/diff-unreadable`.
 */
export async function changedLines(
  { machine, root }: { readonly machine: Machine; readonly root: string },
  commit: string,
  extensions: readonly string[],
): Promise<readonly ChangedLines[]> {
  const paths = ['--', ...extensions.map((extension) => `:(glob)**/*.${extension}`)];
  const [unmerged, diff, untracked] = await Promise.all([
    ask(machine, root, ['ls-files', '--unmerged', '-z', '--']),
    ask(machine, root, ['diff', ...explicitly, commit, ...paths]),
    ask(machine, root, ['ls-files', '--others', '--exclude-standard', '-z', ...paths]),
  ]);
  if (unmerged !== '') throw inMerge(unmerged);
  const added = namesIn(untracked).filter((file) => machine.files.kind(join(root, file)) === 'file');
  return [...parseDiff(diff), ...added.map((file) => ({ file, lines: allLines(machine.files.read(join(root, file))) }))];
}

/** Every file of the repository below the root that git knows or would take, sorted. */
export async function repositoryFiles({ machine, root }: { readonly machine: Machine; readonly root: string }): Promise<readonly string[]> {
  return [...new Set(namesIn(await ask(machine, root, ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--'])))].sort();
}

async function ask(machine: Machine, root: string, words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await git(machine, root, [...settings, ...words]);
  if (exitCode === 0) return stdout;
  throw new FormworkError({
    code: 'git/failed',
    message: `git ${words[0]} failed: ${stderr.trim()}`,
    fix: 'See what git says of this repository.',
  });
}

function namesIn(output: string): readonly string[] {
  return output.split('\0').filter((name) => name !== '');
}

/** Lines are git's: they end in LF, and the last may not. */
function allLines(text: string): ReadonlySet<number> {
  const count = text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0);
  return new Set(Array.from({ length: count }, (_, index) => index + 1));
}

function inMerge(unmerged: string): FormworkError {
  const [file = '.'] = namesIn(unmerged).map((entry) => entry.slice(entry.indexOf('\t') + 1));
  return new FormworkError({
    code: 'git/unmerged',
    message: `A merge is under way, and ${file} is not resolved: nobody can say yet what has changed.`,
    fix: 'Resolve it and git add it, or git merge --abort.',
    file,
  });
}
