import type { Finished, Machine } from './machine.ts';

/**
 * Runs git in a folder, on the repository that the folder lies in: what a hook says of another one is taken out.
 * Rejects with `process/not-started` where there is no git.
 */
export function git(machine: Machine, folder: string, words: readonly string[]): Promise<Finished> {
  return machine.run(['git', ...words], { folder, env: { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_OPTIONAL_LOCKS: '0' } });
}

/** The commit that a revision names, in hex; null where git knows no such commit. */
export async function commitOf(machine: Machine, folder: string, revision: string): Promise<string | null> {
  const { exitCode, stdout } = await git(machine, folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return exitCode === 0 ? stdout.trim() : null;
}
