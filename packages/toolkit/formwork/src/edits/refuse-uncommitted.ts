import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { changedSinceCommit } from './ask-git.ts';
import { readRecords, type Change } from './journal.ts';

/**
 * Refuses to change files that git knows and whose edits are in no commit: they would be hard to tell from the run's. What an earlier run
 * left in a file is no such edit, as it can be taken back. Throws `edit/uncommitted`.
 */
export async function refuseUncommitted(changes: readonly Change[], machine: Machine, root: string): Promise<void> {
  const standing = changes.filter(({ before }) => before !== null);
  const dirty = new Set(
    await changedSinceCommit(
      standing.map(({ path }) => path),
      machine,
      root,
    ),
  );
  if (dirty.size === 0) return;
  const left = (await readRecords(machine.files, root)).flatMap((run) => run.changes);
  const paths = standing
    .filter(({ path, before }) => dirty.has(path) && !left.some((one) => one.path === path && one.after === before?.text))
    .map(({ path }) => path);
  const [first] = paths;
  if (first === undefined) return;
  throw new FormworkError({
    code: 'edit/uncommitted',
    message: `This run would change what has edits that are not committed: ${paths.join(', ')}.`,
    fix: 'Commit or stash them first, or pass --allow-dirty.',
    file: first,
  });
}
