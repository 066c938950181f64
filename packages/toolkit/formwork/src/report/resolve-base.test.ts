import { deepEqual, rejects } from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import type { Machine } from './machine.ts';
import { nodeMachine } from './node-machine.ts';
import { resolveBase, type Base } from './resolve-base.ts';
import { runGit } from './testing/run-git.ts';

const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-base-')));
  made.push(path);
  return path;
}

function git(where: string, ...words: readonly string[]): string {
  return runGit(where, ...words).trim();
}

function commit(where: string, name: string): string {
  writeFileSync(join(where, name), name);
  git(where, 'add', '--all');
  git(where, 'commit', '--quiet', '--message', name);
  return git(where, 'rev-parse', 'HEAD');
}

/** `main` with commits `one` and `late`; `topic`, which is checked out, left it at `one`. */
function branched(): { readonly root: string; readonly one: string; readonly late: string; readonly topic: string } {
  const root = folder();
  git(root, 'init', '--quiet', '--initial-branch', 'main');
  const one = commit(root, 'one');
  git(root, 'checkout', '--quiet', '-b', 'topic');
  const topic = commit(root, 'topic');
  git(root, 'checkout', '--quiet', 'main');
  const late = commit(root, 'late');
  git(root, 'checkout', '--quiet', 'topic');
  return { root, one, late, topic };
}

function based(only: string, source: string): Base {
  return { commit: only, commits: [only], source };
}

function machineWith(env: Machine['env']): Machine {
  return { ...nodeMachine(), env };
}

test('the first of flag, FORMWORK_BASE, pull request, configuration and default branch is compared with', async (t) => {
  const { root, one, topic } = branched();
  git(root, 'branch', 'stated', topic);
  const rows: readonly [name: string, env: Machine['env'], asked: { flag?: string; config?: string }, source: string, commit: string][] = [
    [
      'flag',
      { FORMWORK_BASE: 'main', GITHUB_BASE_REF: 'main' },
      { flag: 'stated', config: 'main' },
      'merge base with stated (--base)',
      topic,
    ],
    [
      'FORMWORK_BASE',
      { FORMWORK_BASE: 'stated', GITHUB_BASE_REF: 'main' },
      { config: 'main' },
      'merge base with stated (FORMWORK_BASE)',
      topic,
    ],
    ['GitHub', { FORMWORK_BASE: '', GITHUB_BASE_REF: 'stated' }, { config: 'main' }, 'merge base with stated (GITHUB_BASE_REF)', topic],
    [
      'GitLab, commit',
      { CI_MERGE_REQUEST_DIFF_BASE_SHA: topic, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
      {},
      `merge base with ${topic} (CI_MERGE_REQUEST_DIFF_BASE_SHA)`,
      topic,
    ],
    [
      'Azure',
      { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/stated' },
      {},
      'merge base with stated (SYSTEM_PULLREQUEST_TARGETBRANCH)',
      topic,
    ],
    ['configuration', { GITHUB_BASE_REF: '' }, { config: 'stated' }, 'merge base with stated (formwork.json)', topic],
    ['default branch', {}, {}, 'merge base with main (default branch)', one],
  ];
  for (const [name, env, asked, source, commitHash] of rows) {
    await t.test(name, async () => deepEqual(await resolveBase(machineWith(env), root, asked), based(commitHash, source)));
  }
});

test('a clone compares with the branch that the remote calls its default, not with a local one of the same name', async () => {
  const { root: upstream } = branched();
  git(upstream, 'branch', '--move', 'main', 'trunk');
  git(upstream, 'checkout', '--quiet', 'trunk');
  const root = join(folder(), 'clone');
  git(upstream, 'clone', '--quiet', upstream, root);
  git(root, 'branch', 'main');
  commit(root, 'mine');
  const trunk = git(upstream, 'rev-parse', 'trunk');
  deepEqual(await resolveBase(machineWith({}), root), based(trunk, 'merge base with origin/trunk (default branch)'));
  deepEqual(
    await resolveBase(machineWith({ GITHUB_BASE_REF: 'topic' }), root),
    based(git(root, 'merge-base', 'origin/topic', 'HEAD'), 'merge base with origin/topic (GITHUB_BASE_REF)'),
  );
});

test('branches that were merged into each other have several merge bases', async () => {
  const { root, late, topic } = branched();
  git(root, 'merge', '--quiet', '--no-edit', 'main');
  git(root, 'checkout', '--quiet', 'main');
  git(root, 'merge', '--quiet', '--no-edit', topic);
  git(root, 'checkout', '--quiet', 'topic');
  const { commit: first, commits, source } = await resolveBase(machineWith({}), root);
  deepEqual([first, commits.toSorted(), source], [commits[0], [late, topic].toSorted(), '2 merge bases with main (default branch)']);
});

test('base/no-merge-base: with a branch that shares no history, nothing can be compared', async () => {
  const { root } = branched();
  git(root, 'checkout', '--quiet', '--orphan', 'island');
  commit(root, 'island');
  await rejects(resolveBase(machineWith({}), root), {
    code: 'base/no-merge-base',
    message: 'HEAD and main (default branch) share no history, so nobody can say what has changed between them.',
    fix: 'Name a branch or commit that HEAD descends from: --base <ref>.',
  });
});

test('before the first commit of a branch, the stated base is compared with as it is', async () => {
  const { root, late } = branched();
  git(root, 'checkout', '--quiet', '--orphan', 'unborn');
  deepEqual(await resolveBase(machineWith({}), root, { flag: 'main' }), based(late, 'main (--base)'));
  deepEqual(await resolveBase(machineWith({}), root), based(late, 'main (default branch)'));
});

test('what a hook says of another repository does not count', async () => {
  const { root, one } = branched();
  const { root: other } = branched();
  const said = { GIT_DIR: join(other, '.git'), GIT_SHALLOW_FILE: '/dev/null/none', GIT_NAMESPACE: 'other' };
  Object.assign(process.env, said);
  try {
    deepEqual((await resolveBase(machineWith({}), root)).commit, one);
  } finally {
    for (const name of Object.keys(said)) delete process.env[name];
  }
});

test('a base that git does not know is refused, with what was tried and the next step', async (t) => {
  const { root } = branched();
  const rows: readonly [flag: string, message: string, fix: string][] = [
    [
      'mian',
      "--base is 'mian', and git knows no commit named mian or origin/mian.",
      'Did you mean main? Name a branch or commit that git knows: --base <ref>.',
    ],
    ['--output=x', "--base is '--output=x', which names no commit.", 'Name a branch or commit: --base <ref>.'],
    ['', "--base is '', which names no commit.", 'Name a branch or commit: --base <ref>.'],
    [
      'main:one',
      "--base is 'main:one', and git knows no commit named main:one or origin/main:one.",
      'Name a branch or commit that git knows: --base <ref>.',
    ],
  ];
  for (const [flag, message, fix] of rows) {
    await t.test(`'${flag}'`, () => rejects(resolveBase(machineWith({}), root, { flag }), { code: 'base/unresolved', message, fix }));
  }
});

test('a shallow clone says how to fetch what is missing', async (t) => {
  const { root: upstream, late } = branched();
  const root = join(folder(), 'clone');
  git(upstream, 'clone', '--quiet', '--depth', '1', '--branch', 'topic', `file://${upstream}`, root);
  await t.test('the base was not fetched', () =>
    rejects(resolveBase(machineWith({ GITHUB_BASE_REF: 'main' }), root), {
      code: 'base/unresolved',
      message: "GITHUB_BASE_REF is 'main', and git knows no commit named origin/main or main.",
      fix: 'This clone is shallow; fetch the rest: git fetch --unshallow. Or name a branch or commit that git knows: --base <ref>.',
    }),
  );
  await t.test('the base was fetched without what it shares with HEAD', async () => {
    git(root, 'fetch', '--quiet', '--depth', '1', 'origin', 'main:refs/remotes/origin/main');
    deepEqual(git(root, 'rev-parse', 'origin/main'), late);
    await rejects(resolveBase(machineWith({}), root, { config: 'origin/main' }), {
      code: 'base/unresolved',
      message: 'This clone is shallow and holds no common ancestor of HEAD and origin/main (formwork.json).',
      fix: 'Fetch the rest: git fetch --unshallow (fetch-depth: 0 of actions/checkout), or name a nearer commit: --base <ref>.',
    });
  });
});

test('without a repository, a commit or a default branch there is nothing to compare with', async (t) => {
  await t.test('no repository', () => rejects(resolveBase(machineWith({}), folder()), { code: 'base/not-a-repository' }));
  await t.test('no commit', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    await rejects(resolveBase(machineWith({}), root), { code: 'base/no-commits' });
  });
  await t.test('no default branch', async () => {
    const root = folder();
    git(root, 'init', '--quiet', '--initial-branch', 'trunk');
    commit(root, 'one');
    await rejects(resolveBase(machineWith({}), root), { code: 'base/no-default-branch' });
  });
});
