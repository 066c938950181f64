import { deepEqual, rejects, throws } from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fakeMachine, NotGiven } from '../../report/fake-machine.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import { gitRepository } from '../testing/git-repository.ts';
import { filesBelow } from './files-below.ts';

test('git knows what is tracked and what it would take in, below the folder alone', async () => {
  const { root, write } = gitRepository({
    '.gitignore': 'generated/\n',
    'other/b.ts': '',
    'a/tracked é "quoted".ts': '',
    'a/gone.ts': '',
    'ignored/kept.ts': '',
  });
  write({ 'a/gone.ts': null, 'a/new\nline.ts': '', 'a/generated/c.ts': '' });
  symlinkSync('../other', join(root, 'a/link'));
  deepEqual((await filesBelow(join(root, 'a'), nodeMachine())).toSorted(), ['gone.ts', 'link', 'new\nline.ts', 'tracked é "quoted".ts']);
});

test('a name with a conflict stands there once', async () => {
  const { root, git, write, commit } = gitRepository({ 'a.ts': '0' });
  git('switch', '--quiet', '--create', 'other');
  write({ 'a.ts': '1' });
  commit();
  git('switch', '--quiet', 'main');
  write({ 'a.ts': '2' });
  commit();
  throws(() => git('merge', 'other'), /Command failed/);
  deepEqual(await filesBelow(root, nodeMachine()), ['a.ts']);
});

test('where git takes nothing in, all but what tools leave is listed', async () => {
  const { root, write } = gitRepository({ '.gitignore': 'a/\n' });
  const names = ['src/x.ts', 'src/dist/y.ts', 'node_modules/z/z.ts', 'dist/x.js', 'coverage/x.js', '.turbo/x.ts', '.hidden.ts', 'src/deep/coverage/z.ts'];
  write(Object.fromEntries(names.map((name) => [`a/${name}`, ''])));
  mkdirSync(join(root, 'a/empty'));
  symlinkSync('src', join(root, 'a/link'));
  deepEqual(await filesBelow(join(root, 'a'), nodeMachine()), ['.hidden.ts', 'link', 'src/x.ts']);
});

test('so it is without git; any other error passes', async () => {
  const without = (error: unknown) => fakeMachine({ files: { 'a.ts': '' }, processes: [{ argv: ['git'], ends: () => raise(error) }] });
  deepEqual(await filesBelow('/repo', without(new FormworkError({ code: 'process/not-started', message: 'No git.', fix: '' }))), ['a.ts']);
  await rejects(filesBelow('/repo', without(new NotGiven('no git'))), { name: 'NotGiven' });
});

function raise(error: unknown): never {
  throw error;
}
