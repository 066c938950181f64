import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { findRoot } from './find-root.ts';

const files = {
  '/plain/.git/HEAD': '',
  '/plain/src/a.ts': '',
  '/worktree/.git': 'gitdir: /plain/.git/worktrees/worktree\n',
  '/large/.git/HEAD': '',
  '/large/web/pnpm-workspace.yaml': '',
  '/large/web/packages/a/a.ts': '',
  '/large/docs/a.md': '',
  '/ws/pnpm-workspace.yaml': '',
  '/ws/.git/HEAD': '',
  '/ws/vendor/lib/.git': 'gitdir: ../../.git/modules/lib\n',
  '/ws/vendor/lib/src/a.ts': '',
  '/none/a.ts': '',
};

function rootOf(folder: string, asked: string | null, anywhere: boolean): string {
  try {
    return findRoot(fakeMachine({ files, folder }), asked, { anywhere });
  } catch (error) {
    if (error instanceof FormworkError) return `${error.code}: ${error.message} ${error.fix}`;
    throw error;
  }
}

for (const [what, folder, expected] of [
  ['a repository', '/plain', '/plain'],
  ['a folder of one', '/plain/src', '/plain'],
  ['a worktree', '/worktree', '/worktree'],
  ['a workspace in a larger repository', '/large/web/packages/a', '/large/web'],
  ['elsewhere in the larger repository', '/large/docs', '/large'],
  ['a repository in a workspace', '/ws/vendor/lib/src', '/ws/vendor/lib'],
  ['elsewhere in the workspace', '/ws/vendor', '/ws'],
  [
    'no repository',
    '/none',
    'workspace/no-root: /none is no root of a workspace or repository, nor does it lie in one: ' +
      'there is no formwork.json or pnpm-workspace.yaml or .git. Run this inside a git repository, or name one with --root <dir>.',
  ],
] as const) {
  test(`the root of a command that runs anywhere: ${what}`, () => deepEqual(rootOf(folder, null, true), expected));
}

test('a root that is named may be a repository, where a command runs anywhere', () => {
  deepEqual(
    [rootOf('/none', '/plain', true), rootOf('/none', '/plain/src', true), rootOf('/none', '/plain', false)],
    [
      '/plain',
      'workspace/no-root: /plain/src is no root of a workspace or repository: ' +
        'there is no formwork.json or pnpm-workspace.yaml or .git. Run this inside a git repository, or name one with --root <dir>.',
      'workspace/no-root: /plain is no root of a workspace: ' +
        'there is no formwork.json or pnpm-workspace.yaml. Run this inside a pnpm workspace, or name one with --root <dir>.',
    ],
  );
});

test('any other command wants a workspace', () => {
  deepEqual(rootOf('/ws/vendor/lib/src', null, false), '/ws');
});
