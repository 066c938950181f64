import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from './fake-machine.ts';
import { toplevelOf } from './toplevel.ts';

test('the toplevel is the nearest folder with a .git, which is a file in a worktree; without one it is the root', () => {
  const rows = [
    ['/a/b/c', { '/a/.git/HEAD': '' }, '/a'],
    ['/a/b/c', { '/a/.git/HEAD': '', '/a/b/.git': 'gitdir: /elsewhere' }, '/a/b'],
    ['/a', { '/a/.git/HEAD': '' }, '/a'],
    ['/a/b/c', { '/a/b/c/x.js': '' }, '/a/b/c'],
  ] as const;
  for (const [root, files, expected] of rows) {
    deepEqual([root, files, toplevelOf(root, fakeMachine({ files }).files)], [root, files, expected]);
  }
});
