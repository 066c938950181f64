import { deepEqual } from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import { gitRepository } from '../testing/git-repository.ts';
import { repositoryFiles } from './repository-files.ts';

test('files are those that git knows or would take, below the root, by their own names', async () => {
  const { root, write } = gitRepository({ 'outside.ts': 'x\n', 'in/a.ts': 'x\n', 'in/ä "b".md': 'x\n', '.gitignore': 'out/\n' });
  write({ 'in/new.ts': 'x\n', 'in/out/made.js': 'x\n', 'new.ts': 'x\n' });
  deepEqual(await repositoryFiles({ machine: nodeMachine(), root: join(root, 'in') }), ['a.ts', 'new.ts', 'ä "b".md']);
  deepEqual(await repositoryFiles({ machine: nodeMachine(), root }), [
    '.gitignore',
    'in/a.ts',
    'in/new.ts',
    'in/ä "b".md',
    'new.ts',
    'outside.ts',
  ]);
});
