import { FormworkError } from './formwork-error.ts';
import { commitOf, git } from './git.ts';
import type { Machine } from './machine.ts';
import { didYouMean } from './nearest.ts';
import { statedBase, type StatedBase } from './stated-base.ts';

/** The commit that changes are compared with, as hex digits, and why it is that one: `merge base with origin/main (default branch)`. */
export type Base = {
  readonly commit: string;
  /** Every merge base, `commit` the first: there are several where branches were merged into each other. */
  readonly commits: readonly [string, ...string[]];
  readonly source: string;
};

/**
 * What changes are compared with, the same for every command: the `--base` flag, then `FORMWORK_BASE`, then the branch that the pull
 * request is merged into, then `base` of the configuration, then the default branch; of that, the merge base with HEAD. Where HEAD has no
 * commit yet, it is compared with as it is.
 * Throws `base/not-a-repository`, `base/unresolved`, `base/no-default-branch`, `base/no-commits` and `base/no-merge-base`.
 */
export async function resolveBase(
  machine: Machine,
  root: string,
  { flag = null, config = null }: { readonly flag?: string | null; readonly config?: string | null } = {},
): Promise<Base> {
  const stated = statedBase(flag, machine.env, config) ?? (await defaultBranch(machine, root));
  return (await mergeBase(machine, root, stated)) ?? withoutMergeBase(machine, root, stated);
}

/** What the remote calls its default branch, or else the likeliest name that git knows. */
async function defaultBranch(machine: Machine, root: string): Promise<StatedBase> {
  const known = await git(machine, root, ['for-each-ref', '--format=%(refname) %(symref:short)', ...likely.map(({ ref }) => ref)]);
  const lines = known.stdout.split('\n');
  const revisions = likely.flatMap(({ ref, name }) =>
    lines.filter((line) => line.startsWith(`${ref} `)).map((line) => line.slice(ref.length + 1) || name),
  );
  return { by: byDefault, text: '', revisions };
}

const byDefault = 'default branch';

const likely = [
  { ref: 'refs/remotes/origin/HEAD', name: 'origin/HEAD' },
  { ref: 'refs/remotes/origin/main', name: 'origin/main' },
  { ref: 'refs/remotes/origin/master', name: 'origin/master' },
  { ref: 'refs/heads/main', name: 'main' },
  { ref: 'refs/heads/master', name: 'master' },
];

/** The merge bases with HEAD of the first revision that git knows; null where there are none, or git knows no revision, or no HEAD. */
async function mergeBase(machine: Machine, root: string, { by, revisions }: StatedBase): Promise<Base | null> {
  for (const revision of revisions) {
    if (revision === '' || revision.startsWith('-')) return null;
    const { exitCode, stdout } = await git(machine, root, ['merge-base', '--all', revision, 'HEAD']);
    const [commit, ...others] = stdout.split('\n').filter((line) => line !== '');
    if (commit !== undefined) {
      const bases = others.length === 0 ? 'merge base' : `${others.length + 1} merge bases`;
      return { commit, commits: [commit, ...others], source: `${bases} with ${revision} (${by})` };
    }
    // With 1, git knows both, and they share no history; with 128, it does not know one of them.
    if (exitCode === 1) return null;
  }
  return null;
}

/** Asks the same again in small questions, to say what is missing. */
async function withoutMergeBase(machine: Machine, root: string, stated: StatedBase): Promise<Base> {
  await assertRepository(machine, root);
  const head = await commitOf(machine, root, 'HEAD');
  const { commit, revision } = await knownBase(machine, root, stated, head);
  if (head === null) return { commit, commits: [commit], source: `${revision} (${stated.by})` };
  throw (await isShallow(machine, root)) ? historyMissing(revision, stated.by) : noMergeBase(revision, stated.by);
}

async function assertRepository(machine: Machine, root: string): Promise<void> {
  const { exitCode, stderr } = await git(machine, root, ['rev-parse', '--git-dir']);
  if (exitCode === 0) return;
  throw new FormworkError({
    code: 'base/not-a-repository',
    message: `There is no git repository to compare with in ${root} (git says: ${stderr.trim().split('\n').join(' ')}).`,
    fix: 'Make one with git init and commit once, or let git read this one.',
  });
}

type Known = { readonly commit: string; readonly revision: string };

async function knownBase(machine: Machine, root: string, stated: StatedBase, head: string | null): Promise<Known> {
  const { by, text, revisions } = stated;
  if (by !== byDefault && (text === '' || text.startsWith('-'))) {
    throw new FormworkError({
      code: 'base/unresolved',
      message: `${by} is '${text}', which names no commit.`,
      fix: 'Name a branch or commit: --base <ref>.',
    });
  }
  for (const revision of revisions) {
    const commit = await commitOf(machine, root, revision);
    if (commit !== null) return { commit, revision };
  }
  throw by === byDefault ? noDefaultBranch(head) : await unknownBase(machine, root, stated);
}

function noDefaultBranch(head: string | null): FormworkError {
  if (head === null) {
    return new FormworkError({
      code: 'base/no-commits',
      message: 'The repository has no commit yet, so there is nothing to compare with.',
      fix: 'Commit once, then run this again.',
    });
  }
  return new FormworkError({
    code: 'base/no-default-branch',
    message: `Nothing says what to compare with, and git knows none of ${likely.map(({ name }) => name).join(', ')}.`,
    fix: 'Name a branch or commit: --base <ref>, or "base" in formwork.json.',
  });
}

async function unknownBase(machine: Machine, root: string, { by, text, revisions }: StatedBase): Promise<FormworkError> {
  const branches = await git(machine, root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']);
  const deepen = (await isShallow(machine, root)) ? 'This clone is shallow; fetch the rest: git fetch --unshallow. Or name ' : 'Name ';
  return new FormworkError({
    code: 'base/unresolved',
    message: `${by} is '${text}', and git knows no commit named ${revisions.join(' or ')}.`,
    fix: `${didYouMean(text, branches.stdout.trim().split('\n'))}${deepen}a branch or commit that git knows: --base <ref>.`,
  });
}

async function isShallow(machine: Machine, root: string): Promise<boolean> {
  return (await git(machine, root, ['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
}

function historyMissing(revision: string, by: string): FormworkError {
  return new FormworkError({
    code: 'base/unresolved',
    message: `This clone is shallow and holds no common ancestor of HEAD and ${revision} (${by}).`,
    fix: 'Fetch the rest: git fetch --unshallow (fetch-depth: 0 of actions/checkout), or name a nearer commit: --base <ref>.',
  });
}

function noMergeBase(revision: string, by: string): FormworkError {
  return new FormworkError({
    code: 'base/no-merge-base',
    message: `HEAD and ${revision} (${by}) share no history, so nobody can say what has changed between them.`,
    fix: 'Name a branch or commit that HEAD descends from: --base <ref>.',
  });
}
