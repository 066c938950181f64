import type { Finished, Machine } from './machine.ts';

/** What a hook or an alias says of another repository: of what git lists as local to one, all but its settings. */
const ofAnotherRepository = {
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_NAMESPACE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_PREFIX: undefined,
  GIT_WORK_TREE: undefined,
};

/**
 * Runs git in a folder, on the repository that the folder lies in.
 * Rejects with `process/not-started` where there is no git.
 */
export function git(machine: Machine, folder: string, words: readonly string[]): Promise<Finished> {
  return machine.run(['git', ...words], { folder, env: { ...ofAnotherRepository, GIT_OPTIONAL_LOCKS: '0' } });
}

/** The commit that a revision names, in hex; null where git knows no such commit. */
export async function commitOf(machine: Machine, folder: string, revision: string): Promise<string | null> {
  const { exitCode, stdout } = await git(machine, folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return exitCode === 0 ? stdout.trim() : null;
}
