import { resolve } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import { askGit, type Where } from './ask-git.ts';
import type { Machine } from '../../report/machine.ts';
import type { ListedFile } from './list-files.ts';

/**
 * Does something with a copy of the index in which git knows these files and looks at them as they lie there: as if all were staged. The
 * copy lies beside the index, as git's own do, and is gone afterwards. Throws `git/failed`, `git/not-writable`, and what `work` throws.
 */
export async function withScratchIndex<Result>(
  where: Where,
  { files, commit }: { readonly files: readonly ListedFile[]; readonly commit: string },
  work: (index: string) => Promise<Result>,
): Promise<Result> {
  const { machine, root } = where;
  const index = resolve(root, (await askGit(where, ['rev-parse', '--git-path', 'index'])).replace(/\n$/, ''));
  const scratch = `${index}.formwork.${machine.processId}.${machine.now()}`;
  try {
    copyIndex(machine, index, scratch);
    // Any object will do: git sees that the file is not what the index says, and reads the file.
    const input = files.map(({ written }) => `100644 ${commit}\t${written}\n`).join('');
    await askGit(where, ['update-index', '--index-info'], { index: scratch, input });
    return await work(scratch);
  } finally {
    if (machine.files.kind(scratch) !== null) machine.files.remove(scratch);
  }
}

function copyIndex(machine: Machine, index: string, scratch: string): void {
  // Before the first git add there is none.
  if (machine.files.kind(index) === null) return;
  try {
    // With the time of its last change: files that were changed since then may have been changed within the same tick of the clock.
    machine.files.copy(index, scratch);
  } catch (error) {
    throw new FormworkError({
      code: 'git/not-writable',
      message: `A file cannot be made beside git's index, which is needed to see what has moved (${String(error)}).`,
      fix: 'Stage what was moved or added, git add --all, or make that folder writable.',
      cause: error,
    });
  }
}
