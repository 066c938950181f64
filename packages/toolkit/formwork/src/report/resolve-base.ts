import { FormworkError } from './formwork-error.ts';
import { commitOf, git } from './git.ts';
import type { Machine } from './machine.ts';
import { didYouMean } from './nearest.ts';
import { statedBase, type StatedBase } from './stated-base.ts';

/** The commit that changes are compared with, as 40 hex digits, and why it is that one: `merge base with origin/main (default branch)`. */
export type Base = { readonly commit: string; readonly source: string };

/**
 * What changes are compared with, the same for every command: the `--base` flag, then `FORMWORK_BASE`, then the branch that the pull
 * request is merged into, then `base` of the configuration, then the default branch; of that, the merge base with HEAD where there is one.
 * Throws `base/not-a-repository`, `base/unresolved`, `base/no-default-branch` and `base/no-commits`.
 */
export async function resolveBase(
  machine: Machine,
  root: string,
  { flag = null, config = null }: { readonly flag?: string | null; readonly config?: string | null } = {},
): Promise<Base> {
  await assertRepository(machine, root);
  const head = await commitOf(machine, root, 'HEAD');
  const stated = statedBase(flag, machine.env, config);
  const found = stated === null ? await defaultBranch(machine, root, head) : await resolveStated(machine, root, stated);
  if (head === null) return { commit: found.commit, source: `${found.revision} (${found.by})` };

  const { exitCode, stdout } = await git(machine, root, ['merge-base', found.commit, head]);
  if (exitCode === 0) return { commit: stdout.trim(), source: `merge base with ${found.revision} (${found.by})` };
  if (await isShallow(machine, root)) throw historyMissing(found);
  return { commit: found.commit, source: `${found.revision}, which shares no history with HEAD (${found.by})` };
}

type Found = { readonly commit: string; readonly revision: string; readonly by: string };

async function assertRepository(machine: Machine, root: string): Promise<void> {
  const { exitCode, stderr } = await git(machine, root, ['rev-parse', '--git-dir']);
  if (exitCode === 0) return;
  throw new FormworkError({
    code: 'base/not-a-repository',
    message: `There is no git repository to compare with in ${root} (git says: ${stderr.trim().split('\n').join(' ')}).`,
    fix: 'Make one with git init and commit once, or let git read this one.',
  });
}

async function resolveStated(machine: Machine, root: string, { by, text, revisions }: StatedBase): Promise<Found> {
  if (text === '' || text.startsWith('-')) {
    throw new FormworkError({
      code: 'base/unresolved',
      message: `${by} is '${text}', which names no commit.`,
      fix: 'Name a branch or commit: --base <ref>.',
    });
  }
  const found = await firstKnown(machine, root, revisions);
  if (found !== null) return { ...found, by };
  const branches = await git(machine, root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']);
  const deepen = (await isShallow(machine, root)) ? 'This clone is shallow; fetch the rest: git fetch --unshallow. Or name ' : 'Name ';
  throw new FormworkError({
    code: 'base/unresolved',
    message: `${by} is '${text}', and git knows no commit named ${revisions.join(' or ')}.`,
    fix: `${didYouMean(text, branches.stdout.trim().split('\n'))}${deepen}a branch or commit that git knows: --base <ref>.`,
  });
}

async function defaultBranch(machine: Machine, root: string, head: string | null): Promise<Found> {
  const remote = await git(machine, root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const likely = ['origin/main', 'origin/master', 'main', 'master'];
  const revisions = remote.exitCode === 0 ? [remote.stdout.trim(), ...likely] : likely;
  const found = await firstKnown(machine, root, revisions);
  if (found !== null) return { ...found, by: 'default branch' };
  if (head === null) {
    throw new FormworkError({
      code: 'base/no-commits',
      message: 'The repository has no commit yet, so there is nothing to compare with.',
      fix: 'Commit once, then run this again.',
    });
  }
  throw new FormworkError({
    code: 'base/no-default-branch',
    message: `Nothing says what to compare with, and git knows none of origin/HEAD, ${likely.join(', ')}.`,
    fix: 'Name a branch or commit: --base <ref>, or "base" in formwork.json.',
  });
}

async function firstKnown(
  machine: Machine,
  root: string,
  revisions: readonly string[],
): Promise<{ commit: string; revision: string } | null> {
  for (const revision of revisions) {
    const commit = await commitOf(machine, root, revision);
    if (commit !== null) return { commit, revision };
  }
  return null;
}

async function isShallow(machine: Machine, root: string): Promise<boolean> {
  return (await git(machine, root, ['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
}

function historyMissing({ revision, by }: Found): FormworkError {
  return new FormworkError({
    code: 'base/unresolved',
    message: `This clone is shallow and holds no common ancestor of HEAD and ${revision} (${by}).`,
    fix: 'Fetch the rest: git fetch --unshallow (fetch-depth: 0 of actions/checkout), or name a nearer commit: --base <ref>.',
  });
}
