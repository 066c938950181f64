import { deepEqual } from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import { gitRepository } from '../testing/git-repository.ts';
import { lineBefore } from './changed-file.ts';
import { changedFiles } from './changed-files.ts';

// The situations of git are in ../battery/git.test.ts.

const five = 'one\ntwo\nthree\nfour\nfive\n';

test('a changed file says which lines are other, where it comes from, and where its other lines were', async () => {
  const { root, write, git, commit } = gitRepository({ 'edited.ts': five, 'old.ts': five.replaceAll('e', 'x'), 'same.ts': five });
  const base = commit();
  write({ 'edited.ts': 'zero\none\n2\nthree\nfive\nsix\n', 'new.ts': 'one\n' });
  git('mv', 'old.ts', 'moved.ts');
  deepEqual(await changedFiles({ machine: nodeMachine(), root }, { commits: [base] }), [
    {
      file: 'edited.ts',
      from: 'edited.ts',
      lines: new Set([1, 3, 6]),
      hunks: [
        { oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 },
        { oldStart: 2, oldCount: 1, newStart: 3, newCount: 1 },
        { oldStart: 4, oldCount: 1, newStart: 4, newCount: 0 },
        { oldStart: 5, oldCount: 0, newStart: 6, newCount: 1 },
      ],
    },
    { file: 'moved.ts', from: 'old.ts', lines: new Set(), hunks: [] },
    { file: 'new.ts', from: null, lines: new Set([1]), hunks: [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 }] },
  ]);
});

test('where a line was is told of the first of several bases, whatever it is against the others', async () => {
  const { root, write, commit } = gitRepository({ 'a.ts': five });
  const first = commit();
  write({ 'a.ts': `zero\n${five}` });
  const second = commit();
  write({ 'a.ts': `zero\n${five}six\n` });
  const told = async (commits: readonly [string, ...string[]]): Promise<unknown> => {
    const [changed] = await changedFiles({ machine: nodeMachine(), root }, { commits });
    return [[...(changed?.lines ?? [])], changed === undefined ? null : [1, 2, 6, 7].map((line) => lineBefore(changed, line))];
  };
  deepEqual(await told([first, second]), [[7], [null, 1, 5, null]]);
  deepEqual(await told([second, first]), [[7], [1, 2, 6, null]]);
  renameSync(join(root, 'a.ts'), join(root, 'b.ts'));
  deepEqual(await told([first, second]), [[7], [null, 1, 5, null]]);
});

test('of three bases a line has changed against each, or it has not', async () => {
  const { root, write, commit } = gitRepository({ 'a.ts': five });
  const commits: [string, ...string[]] = [commit()];
  for (const text of [`zero\n${five}`, `${five}six\n`]) {
    write({ 'a.ts': text });
    commits.push(commit());
  }
  write({ 'a.ts': `zero\n${five}six\nseven\n` });
  const changed = await changedFiles({ machine: nodeMachine(), root }, { commits });
  deepEqual(changed.map(({ file, lines }) => [file, ...lines]), [['a.ts', 8]]);
});
