import { deepEqual, rejects } from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import { changedFiles } from './changed-files.ts';
import { repositoryFiles } from './repository-files.ts';
import { gitRepository, type Repository } from '../testing/git-repository.ts';

const ten = Array.from({ length: 10 }, (_, index) => `line${index + 1};\n`).join('');

async function changesOf({ root }: Repository, folder = root): Promise<Record<string, number[]>> {
  const changed = await changedFiles({ machine: nodeMachine(), root: folder }, { commits: ['HEAD~0'] });
  return Object.fromEntries(changed.map(({ file, lines }): [string, number[]] => [file, [...lines]]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

for (const [what, change, expected] of [
  ['an unstaged edit', ({ write }) => write({ 'a.ts': ten.replace('line3', 'other') }), { 'a.ts': [3] }],
  [
    'a staged edit',
    ({ write, git }) => {
      write({ 'a.ts': ten.replace('line3', 'other') });
      git('add', 'a.ts');
    },
    { 'a.ts': [3] },
  ],
  [
    'a staged edit that was taken back since',
    ({ write, git }) => {
      write({ 'a.ts': 'x' });
      git('add', 'a.ts');
      write({ 'a.ts': ten });
    },
    {},
  ],
  ['a new file that git does not know', ({ write }) => write({ 'n.ts': 'one\ntwo', 'empty.ts': '' }), { 'n.ts': [1, 2] }],
  [
    'a new file that git is told to expect',
    ({ write, git }) => {
      write({ 'n.ts': 'one\n' });
      git('add', '--intent-to-add', 'n.ts');
    },
    { 'n.ts': [1] },
  ],
  ['a new file that git ignores', ({ write }) => write({ 'ignored.ts': 'one\n' }), {}],
  ['another language', ({ write }) => write({ 'a.md': 'one\n', ats: 'one\n' }), {}],
  ['a name like no other', ({ write }) => write({ 'ä "b"\\ b/c\t[1].ts': 'one\n' }), { 'ä "b"\\ b/c\t[1].ts': [1] }],
  [
    'that name, staged',
    ({ write, git }) => {
      write({ 'ä "b"\\ b/c\t[1].ts': 'one\n' });
      git('add', '--all');
    },
    { 'ä "b"\\ b/c\t[1].ts': [1] },
  ],
  [
    'a moved file with one edit',
    ({ write, git }) => {
      git('mv', 'a.ts', 'b.ts');
      write({ 'b.ts': ten.replace('line3', 'other') });
    },
    { 'b.ts': [3] },
  ],
  [
    'a copy',
    ({ write, git }) => {
      write({ 'copy.ts': ten, 'a.ts': `${ten}more\n` });
      git('add', '--all');
    },
    { 'a.ts': [11], 'copy.ts': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  ],
  ['a file that is gone', ({ write }) => write({ 'a.ts': null }), {}],
  [
    'white space, a line end, a lone carriage return',
    ({ write }) => write({ 'a.ts': ten.replace('line3', ' line3').replace('line5;', 'line5;\r').replace('line7', 'li\rne7') }),
    { 'a.ts': [3, 5, 7] },
  ],
  ['the newline at the end', ({ write }) => write({ 'a.ts': ten.trimEnd() }), { 'a.ts': [10] }],
  ['a link', ({ root }) => symlinkSync('a.ts', join(root, 'link.ts')), {}],
] as const satisfies readonly (readonly [string, (repository: Repository) => void, Record<string, readonly number[]>])[]) {
  test(`changed lines: ${what}`, async () => {
    const repository = gitRepository({ 'a.ts': ten, '.gitignore': 'ignored.ts\n' });
    change(repository);
    deepEqual(await changesOf(repository), expected);
  });
}

test('no configuration and no attribute changes the answer', async () => {
  const repository = gitRepository({ 'a.ts': ten, 'moved.ts': `${ten}${ten}`, '.gitattributes': '*.ts -diff diff=upper\n' });
  for (const setting of [
    'diff.noprefix=true',
    'diff.mnemonicPrefix=true',
    'diff.renames=copies',
    'diff.renameLimit=1',
    'diff.algorithm=patience',
    'diff.relative=true',
    'diff.context=5',
    'diff.interHunkContext=9',
    'diff.suppressBlankEmpty=true',
    'diff.external=false',
    'diff.upper.textconv=false',
    'diff.upper.binary=true',
    'diff.ignoreSubmodules=none',
    'diff.submodule=log',
    'diff.orderFile=/nowhere',
    'color.ui=always',
    'color.diff=always',
    'core.quotePath=true',
    'core.fsmonitor=false',
  ])
    repository.git('config', ...setting.split(/=(.*)/s).slice(0, 2));
  repository.git('mv', 'moved.ts', 'ä.ts');
  repository.write({ 'a.ts': ten.replace('line3', '\n\nother').replace('line6', 'other'), 'ä.ts': `${ten}${ten}more\n` });
  deepEqual(await changesOf(repository), { 'a.ts': [3, 4, 5, 8], 'ä.ts': [21] });
});

test('a workspace in a folder of a repository sees its own files, by its own names', async () => {
  const repository = gitRepository({ 'outside.ts': 'x\n', 'inner/a.ts': 'x\n' });
  repository.write({ 'outside.ts': 'y\n', 'inner/a.ts': 'y\n', 'inner/new.ts': 'y\n', 'new.ts': 'y\n' });
  const inner = join(repository.root, 'inner');
  deepEqual(await changesOf(repository, inner), { 'a.ts': [1], 'new.ts': [1] });
  deepEqual(await repositoryFiles({ machine: nodeMachine(), root: inner }), ['a.ts', 'new.ts']);
});

test('git/unmerged: in the middle of a merge nobody can say what has changed', async () => {
  const repository = gitRepository({ 'a.ts': 'one\n' });
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.write({ 'a.ts': 'topic\n' });
  repository.commit();
  repository.git('checkout', '--quiet', 'main');
  repository.write({ 'a.ts': 'main\n' });
  repository.commit();
  try {
    repository.git('merge', 'topic');
  } catch {
    // It has a conflict; that is what is wanted.
  }
  await rejects(changesOf(repository), { code: 'git/unmerged', file: 'a.ts' });
});

test('git/failed: a base that is no commit', async () => {
  const { root } = gitRepository({});
  await rejects(changedFiles({ machine: nodeMachine(), root }, { commits: ['nowhere'] }), { code: 'git/failed' });
});
