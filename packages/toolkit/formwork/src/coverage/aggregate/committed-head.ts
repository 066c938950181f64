import { FormworkError } from '../../report/formwork-error.ts';
import { git } from '../../report/git.ts';
import type { Machine } from '../../report/machine.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** The commit that is checked out. */
export type Head = {
  /** In hex. */
  readonly commit: string;
  /** When it was committed, in ISO 8601, UTC. */
  readonly date: string;
};

/**
 * The commit that is checked out, where the tree below the root is what it says, `besides` some files, relative to the root. Throws
 * `coverage/dirty-tree` where it is not, and `coverage/no-commit` where nothing is committed or there is no git repository.
 */
export async function committedHead(besides: readonly string[], where: Where): Promise<Head> {
  const [status, head] = await Promise.all([
    ask(where, [
      'status',
      '--porcelain',
      '-z',
      '--no-renames',
      '--untracked-files=all',
      '--',
      '.',
      ...besides.map((file) => `:(exclude)${file}`),
    ]),
    ask(where, ['log', '--max-count=1', '--no-show-signature', '--format=%H %ct']),
  ]);
  const [commit = '', seconds] = (head ?? '').trim().split(' ');
  if (status === null || seconds === undefined) throw noCommit();
  if (status !== '') throw dirtyTree(status.split('\0').filter((entry) => entry !== ''));
  return { commit, date: new Date(Number(seconds) * 1000).toISOString() };
}

/** What git prints; null where it cannot. */
async function ask({ machine, root }: Where, words: readonly string[]): Promise<string | null> {
  const { exitCode, stdout } = await git(machine, root, ['-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false', ...words]);
  return exitCode === 0 ? stdout : null;
}

function dirtyTree([first = '', ...others]: readonly string[]): FormworkError {
  const changed = others.length === 0 ? `${first.slice(3)} is` : `${first.slice(3)} and ${others.length} more are`;
  return new FormworkError({
    code: 'coverage/dirty-tree',
    message: `${changed} not as committed, so these numbers would not be those of the commit.`,
    fix: 'Commit or remove what has changed, run the tests again, then this; or leave --history out.',
  });
}

function noCommit(): FormworkError {
  return new FormworkError({
    code: 'coverage/no-commit',
    message: 'The history is kept by commit, and git knows of none here.',
    fix: 'Commit first, or leave --history out.',
  });
}
