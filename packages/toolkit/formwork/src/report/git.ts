import type { Finished, Machine } from './machine.ts';

/**
 * What a hook, an alias or a shell says: of what git lists as local to one repository, all but its settings (git rev-parse
 * --local-env-vars), how patterns and patches are read, and what stands in for what was committed.
 */
const saidElsewhere = {
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_ATTR_NOSYSTEM: '1',
  GIT_ATTR_SOURCE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_DIFF_OPTS: undefined,
  GIT_DIR: undefined,
  GIT_EXTERNAL_DIFF: undefined,
  GIT_GLOB_PATHSPECS: undefined,
  GIT_GRAFT_FILE: '',
  GIT_ICASE_PATHSPECS: undefined,
  GIT_IMPLICIT_WORK_TREE: undefined,
  GIT_INTERNAL_SUPER_PREFIX: undefined,
  GIT_LITERAL_PATHSPECS: undefined,
  GIT_NAMESPACE: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_OPTIONAL_LOCKS: '0',
  GIT_PREFIX: undefined,
  GIT_REPLACE_REF_BASE: undefined,
  GIT_SHALLOW_FILE: undefined,
  GIT_WORK_TREE: undefined,
};

/**
 * Runs git in a folder, on the repository that the folder lies in; with another index than the repository's where one is named.
 * Rejects with `process/not-started` where there is no git.
 */
export function git(
  machine: Machine,
  folder: string,
  words: readonly string[],
  { index, input }: { readonly index?: string; readonly input?: string } = {},
): Promise<Finished> {
  const env = { ...saidElsewhere, GIT_INDEX_FILE: index };
  return machine.run(['git', ...words], { folder, env, ...(input === undefined ? {} : { input }) });
}

/** The commit that a revision names, in hex; null where git knows no such commit. */
export async function commitOf(machine: Machine, folder: string, revision: string): Promise<string | null> {
  const { exitCode, stdout } = await git(machine, folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return exitCode === 0 ? stdout.trim() : null;
}
