import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import { git } from '../report/git.ts';
import type { Machine } from '../report/machine.ts';
import { othersWorkOnDisk } from './leftovers.ts';

/** Which of the files git knows and has in another version in HEAD. None where there is no repository, no commit, or no git. */
export async function changedSinceCommit(paths: readonly string[], machine: Machine, root: string): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  return (
    (await namesFrom(
      ['diff', '--name-only', '--relative', '--no-renames', '--ignore-submodules', '-z', 'HEAD', '--', ...paths],
      machine,
      root,
    )) ?? []
  );
}

/**
 * What git would show or keeps in some folders, except for `made`: other people's work, so the folders have to stay.
 * Where there is no repository, everything but node_modules counts.
 */
export async function othersWorkIn(
  folders: readonly string[],
  made: ReadonlySet<string>,
  machine: Machine,
  root: string,
): Promise<readonly string[]> {
  const standing = folders.filter((folder) => machine.files.kind(join(root, folder)) === 'directory');
  if (standing.length === 0) return [];
  const known = await namesFrom(['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...standing], machine, root);
  if (known === null) return othersWorkOnDisk(standing, made, machine.files, root);
  return [...new Set(known)].filter((path) => !made.has(path) && machine.files.kind(join(root, path)) !== null);
}

/** The names that git printed, with paths taken letter by letter; null where it could not. */
async function namesFrom(words: readonly string[], machine: Machine, root: string): Promise<readonly string[] | null> {
  try {
    const { exitCode, stdout } = await git(machine, root, ['--literal-pathspecs', ...words]);
    return exitCode === 0 ? stdout.split('\0').filter((name) => name !== '') : null;
  } catch (error) {
    if (error instanceof FormworkError) return null;
    throw error;
  }
}
