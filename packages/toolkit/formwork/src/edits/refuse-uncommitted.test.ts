import { deepEqual, rejects } from 'node:assert/strict';
import { join } from 'node:path';
import { utimesSync } from 'node:fs';
import test from 'node:test';
import { FormworkError } from '../report/formwork-error.ts';
import { Interrupted } from '../report/interrupted.ts';
import type { Machine } from '../report/machine.ts';
import { nodeMachine } from '../report/node-machine.ts';
import { runGit as git } from '../report/testing/run-git.ts';
import { applyPlan } from './apply-plan.ts';
import { planEdits } from './plan-edits.ts';
import { drawRepository, put, snapshot } from './testing/draw-repository.ts';

const real = nodeMachine();

/** Adds a key to package.json of a folder, and makes a file. */
async function gen(
  root: string,
  key = 'type',
  { machine = real, allowDirty = false }: { machine?: Machine; allowDirty?: boolean } = {},
): Promise<void> {
  const plan = planEdits(
    [
      { kind: 'json', path: 'package.json', keys: [key], value: 'x' },
      { kind: 'create', path: `${key}.md`, text: '' },
    ],
    { files: real.files, root, command: 'gen it', followUps: [] },
  );
  await applyPlan(plan, machine, root, { allowDirty });
}

const start = { 'package.json': '{}\n', 'shop/package.json': '{}\n', 'other.md': '' };
const edited = '{ "name": "shop" }\n';

for (const [what, change] of [
  ['edited', (root: string) => put(root, 'package.json', edited)],
  ['edited and staged', (root: string) => (put(root, 'package.json', edited), git(root, 'add', '.'))],
  [
    'staged, and edited back',
    (root: string) => (
      put(root, 'package.json', edited),
      git(root, 'add', '.'),
      put(root, 'package.json', '{}\n'),
      put(root, 'package.json', edited)
    ),
  ],
  [
    'edited, where git is set to print in other ways',
    (root: string) => {
      for (const [key, value] of [
        ['color.ui', 'always'],
        ['diff.noprefix', 'true'],
        ['diff.renames', 'copies'],
        ['diff.relative', 'false'],
        ['core.quotePath', 'true'],
      ] as const)
        git(root, 'config', key, value);
      put(root, 'package.json', edited);
    },
  ],
] as const) {
  test(`a file that is ${what} is not mixed with a run: edit/uncommitted`, async () => {
    const root = drawRepository(start);
    change(root);
    const asItWas = snapshot(root);
    await rejects(gen(root), {
      code: 'edit/uncommitted',
      message: 'This run would change what has edits that are not committed: package.json.',
      fix: 'Commit or stash them first, or pass --allow-dirty.',
      file: 'package.json',
    });
    deepEqual(snapshot(root), asItWas);
    await gen(root, 'type', { allowDirty: true });
  });
}

for (const [what, draw] of [
  [
    'only touched',
    () => {
      const root = drawRepository(start);
      utimesSync(join(root, 'package.json'), new Date(0), new Date(0));
      return root;
    },
  ],
  [
    'not known to git',
    () => {
      const root = drawRepository({ 'other.md': '' });
      put(root, 'package.json', edited);
      return root;
    },
  ],
  [
    'as it was committed, beside others that are not',
    () => {
      const root = drawRepository(start);
      put(root, 'other.md', 'more');
      return root;
    },
  ],
  [
    'in a folder of a repository, beside one of that name that is not',
    () => {
      const root = drawRepository(start);
      put(root, 'package.json', edited);
      return join(root, 'shop');
    },
  ],
  [
    'in a repository without a commit',
    () => {
      const root = drawRepository(start);
      git(root, 'update-ref', '-d', 'HEAD');
      return root;
    },
  ],
  [
    'as an earlier run left it',
    async () => {
      const root = drawRepository(start);
      await gen(root, 'license');
      return root;
    },
  ],
  [
    "as an earlier run left it, beside a record of another version and somebody's notes",
    async () => {
      const root = drawRepository(start);
      await gen(root, 'license');
      put(root, '.formwork/runs/2.json', '{ "schema": "formwork/run@2" }');
      put(root, '.formwork/runs/notes.md', '');
      return root;
    },
  ],
] as const) {
  test(`a file that is ${what} is changed`, async () => {
    await gen(await draw());
  });
}

test('a file of a folder of a repository is named from there', async () => {
  const root = drawRepository(start);
  put(root, 'shop/package.json', edited);
  await rejects(gen(join(root, 'shop')), { code: 'edit/uncommitted', file: 'package.json' });
});

test('an edit on top of what an earlier run left is one', async () => {
  const root = drawRepository(start);
  await gen(root, 'license');
  put(root, 'package.json', edited);
  await rejects(gen(root), { code: 'edit/uncommitted' });
});

test('what a hook says of another repository does not count', async () => {
  const root = drawRepository(start);
  const other = drawRepository(start);
  put(root, 'package.json', edited);
  const said = { GIT_DIR: '.git', GIT_WORK_TREE: '', GIT_INDEX_FILE: '.git/index', GIT_OBJECT_DIRECTORY: '.git/objects', GIT_COMMON_DIR: '.git' };
  for (const [name, path] of Object.entries(said)) {
    process.env[name] = join(other, path);
    try {
      await rejects(gen(root), { code: 'edit/uncommitted' }, name);
    } finally {
      delete process.env[name];
    }
  }
});

test('several files are all named', async () => {
  const root = drawRepository(start);
  for (const path of ['package.json', 'shop/package.json']) put(root, path, edited);
  const edits = ['package.json', 'shop/package.json'].map((path) => ({ kind: 'json', path, keys: ['type'], value: 'x' }) as const);
  const plan = planEdits(edits, { files: real.files, root, command: 'gen it', followUps: [] });
  await rejects(applyPlan(plan, real, root), {
    message: 'This run would change what has edits that are not committed: package.json, shop/package.json.',
  });
});

test('without git there is nothing to ask', async () => {
  const root = drawRepository(start);
  put(root, 'package.json', edited);
  const missing = new FormworkError({ code: 'process/not-started', message: 'No git.', fix: 'Install it.' });
  await gen(root, 'type', { machine: { ...real, run: () => Promise.reject(missing) } });
});

test('an interruption while git is asked leaves nothing', async () => {
  const root = drawRepository(start);
  const asItWas = snapshot(root);
  await rejects(gen(root, 'type', { machine: { ...real, run: () => Promise.reject(new Interrupted('SIGINT')) } }), Interrupted);
  deepEqual(snapshot(root), asItWas);
  deepEqual(real.files.list(join(root, '.formwork/locks')), []);
});
