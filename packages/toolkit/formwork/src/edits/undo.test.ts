import { deepEqual, equal, rejects } from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { systemError } from '../report/faulty-files.ts';
import { Interrupted } from '../report/interrupted.ts';
import type { Finished, Machine } from '../report/machine.ts';
import { nodeMachine } from '../report/node-machine.ts';
import { runGit as git } from '../report/testing/run-git.ts';
import { applyPlan } from './apply-plan.ts';
import type { Edit, FollowUp } from './plan.ts';
import { planEdits } from './plan-edits.ts';
import { readUndo } from './read-undo.ts';
import { recover } from './recover.ts';
import { commit, drawRepository, put, snapshot, status } from './testing/draw-repository.ts';
import { undoLastRun } from './undo.ts';

const start = {
  '.gitignore': 'node_modules\n.turbo\ncoverage/\ntest-result.json\n',
  'package.json': '{\n  "name": "shop"\n}\n',
  'pnpm-lock.yaml': 'lock: 1\n',
  'packages/notes.md': 'notes\n',
};

const edits: readonly Edit[] = [
  { kind: 'json', path: 'package.json', keys: ['type'], value: 'module' },
  { kind: 'create', path: 'packages/features/billing/package.json', text: '{}\n' },
  { kind: 'create', path: 'packages/features/billing/src/index.ts', text: 'export {};\n' },
];

const install: readonly FollowUp[] = [{ argv: ['pnpm', 'install'] }];

type Install = (root: string) => Partial<Finished>;

/** The real machine, with an install that a test plays, and a record of what was printed. */
function machineWith(play: Install = () => ({})): Machine & { printed: string } {
  const real = nodeMachine();
  const machine = {
    ...real,
    printed: '',
    stderr: { isTerminal: false, write: (text: string) => void (machine.printed += text) },
    run: async (...[argv, how]: Parameters<Machine['run']>) => {
      if (argv[0] === 'git') return real.run(argv, how);
      deepEqual([argv, how.env], [['pnpm', 'install'], { CI: undefined }]);
      return { exitCode: 0, stdout: '', stderr: '', ...play(how.folder) };
    },
  };
  return machine;
}

const link: Install = (root) => {
  mkdirSync(join(root, 'packages/features/billing/node_modules'), { recursive: true });
  put(root, 'pnpm-lock.yaml', 'lock: 2\n');
  return {};
};

const unlink: Install = (root) => {
  put(root, 'pnpm-lock.yaml', 'lock: 1\n');
  return {};
};

async function gen(
  root: string,
  machine: Machine,
  followUps: readonly FollowUp[] = install,
  wanted: readonly Edit[] = edits,
): Promise<void> {
  await applyPlan(planEdits(wanted, { files: machine.files, root, command: 'gen feature billing', followUps }), machine, root);
}

async function drawRun(
  followUps: readonly FollowUp[] = install,
): Promise<{ readonly root: string; readonly asItWas: Readonly<Record<string, string>> }> {
  const root = drawRepository(start);
  const asItWas = snapshot(root);
  await gen(root, machineWith(link), followUps);
  return { root, asItWas };
}

const everything = {
  run: 1,
  command: 'gen feature billing',
  restore: ['package.json'],
  remove: ['packages/features/billing/package.json', 'packages/features/billing/src/index.ts'],
  leftovers: ['packages/features/billing/node_modules'],
  lockfile: 'restore',
};

test('a run is taken back: files, folders with what git ignores in them, and the lockfile', async () => {
  const { root, asItWas } = await drawRun();
  put(root, 'packages/features/billing/coverage/lcov.info', 'SF:');
  put(root, 'packages/features/billing/src/.turbo/log', 'log');
  put(root, 'packages/features/billing/test-result.json', '{}');
  symlinkSync(root, join(root, 'packages/features/billing/node_modules/shop'));
  const leftovers = ['coverage', 'node_modules', 'src/.turbo', 'test-result.json'].map((name) => `packages/features/billing/${name}`);
  const machine = machineWith(unlink);
  const asPlanned = { ...everything, leftovers, install: true };
  deepEqual((await readUndo(machine, root)).plan, { schema: 'formwork/undo@1', ...asPlanned });
  deepEqual(await undoLastRun(machine, root), { schema: 'formwork/undone@1', ...asPlanned, install: false });
  deepEqual([snapshot(root), status(root)], [asItWas, '']);
  equal(machine.printed, 'Running pnpm install\n');
  await rejects(undoLastRun(machine, root), { code: 'undo/nothing' });
});

test('without an install the lockfile is put back all the same', async () => {
  const { root, asItWas } = await drawRun();
  deepEqual(await undoLastRun(machineWith(), root, { install: false }), { schema: 'formwork/undone@1', ...everything, install: true });
  deepEqual([snapshot(root), status(root)], [asItWas, '']);
});

test('an install that writes the lockfile in another way does not change it', async () => {
  const { root, asItWas } = await drawRun();
  await undoLastRun(
    machineWith((folder) => (put(folder, 'pnpm-lock.yaml', 'lock:   1\n'), {})),
    root,
  );
  deepEqual(snapshot(root), asItWas);
});

test('an install that fails is told when all files are back', async () => {
  const { root, asItWas } = await drawRun();
  await rejects(
    undoLastRun(
      machineWith(() => ({ exitCode: 1, stderr: 'no network\n' })),
      root,
    ),
    {
      code: 'undo/install-failed',
      message:
        "All files are as they were before 'gen feature billing', but what is installed is not: `pnpm install` failed with exit code 1:\nno network",
    },
  );
  deepEqual([snapshot(root), status(root)], [asItWas, '']);
  await rejects(undoLastRun(machineWith(), root), { code: 'undo/nothing' });
});

test('an install that is interrupted leaves all files back', async () => {
  const { root, asItWas } = await drawRun();
  await rejects(
    undoLastRun(
      machineWith(() => {
        throw new Interrupted('SIGINT');
      }),
      root,
    ),
    Interrupted,
  );
  deepEqual([snapshot(root), status(root)], [asItWas, '']);
});

test('a lockfile that changed since keeps that, and an install takes the run out of it', async () => {
  const { root } = await drawRun();
  put(root, 'pnpm-lock.yaml', 'lock: 3\n');
  const undone = await undoLastRun(
    machineWith((folder) => (put(folder, 'pnpm-lock.yaml', 'lock: 4\n'), {})),
    root,
  );
  deepEqual([undone.lockfile, status(root)], ['by install', ' M pnpm-lock.yaml\n']);
});

test('a run without an install, after which someone installed', async () => {
  const { root, asItWas } = await drawRun([]);
  link(root);
  const undone = await undoLastRun(machineWith(unlink), root);
  deepEqual([undone.lockfile, undone.install, snapshot(root), status(root)], ['by install', false, asItWas, '']);
});

test('a run without an install, after which nobody did', async () => {
  const { root, asItWas } = await drawRun([]);
  const undone = await undoLastRun(
    machineWith(() => ({ exitCode: 1 })),
    root,
  );
  deepEqual([undone.lockfile, undone.install, snapshot(root)], ['as it is', false, asItWas]);
});

test('a lockfile that the run made goes with it', async () => {
  const root = drawRepository({ 'package.json': '{}\n' });
  const asItWas = snapshot(root);
  await gen(
    root,
    machineWith((folder) => (put(folder, 'pnpm-lock.yaml', 'lock: 1\n'), {})),
  );
  await undoLastRun(machineWith(), root);
  deepEqual(snapshot(root), asItWas);
});

test('modes come back, and a run that was committed can be taken back, too', async () => {
  const root = drawRepository(start);
  put(root, 'package.json', start['package.json'], 0o755);
  commit(root);
  const asItWas = snapshot(root);
  await gen(root, machineWith(), []);
  equal(snapshot(root)['package.json']?.slice(0, 3), '755');
  commit(root);
  await undoLastRun(machineWith(), root);
  deepEqual(snapshot(root), asItWas);
});

test('run after run is taken back, last first', async () => {
  const { root, asItWas } = await drawRun();
  await gen(root, machineWith(), [], [{ kind: 'json', path: 'package.json', keys: ['license'], value: 'MIT' }]);
  deepEqual((await undoLastRun(machineWith(), root)).run, 2);
  deepEqual((await undoLastRun(machineWith(unlink), root)).run, 1);
  deepEqual(snapshot(root), asItWas);
});

test('what somebody took back by hand is no edit', async () => {
  const { root, asItWas } = await drawRun();
  git(root, 'checkout', '--quiet', 'package.json');
  rmSync(join(root, 'packages/features/billing/src'), { recursive: true });
  const undone = await undoLastRun(machineWith(unlink), root);
  deepEqual([undone.restore, undone.remove, snapshot(root)], [[], ['packages/features/billing/package.json'], asItWas]);
});

test('where nothing of a run is left, it goes off the record, and nothing is changed or installed', async () => {
  const { root, asItWas } = await drawRun();
  const more = { kind: 'json', path: 'packages/features/billing/package.json', keys: ['type'], value: 'module' } as const;
  put(root, 'packages/features/billing/package.json', '{ "name": "billing" }\n');
  await gen(
    root,
    machineWith((folder) => (put(folder, 'pnpm-lock.yaml', 'lock: 3\n'), {})),
    install,
    [{ kind: 'json', path: 'package.json', keys: ['license'], value: 'MIT' }, more, { kind: 'create', path: 'notes.md', text: '' }],
  );
  git(root, 'checkout', '--quiet', '.');
  git(root, 'clean', '--quiet', '--force', '-dx', '--exclude=.formwork');
  const machine = machineWith(() => ({ exitCode: 1 }));
  for (const run of [2, 1]) {
    const nothing = { run, command: 'gen feature billing', restore: [], remove: [], leftovers: [], lockfile: 'as it is', install: false };
    deepEqual((await readUndo(machine, root)).plan, { schema: 'formwork/undo@1', ...nothing });
    deepEqual(await undoLastRun(machine, root), { schema: 'formwork/undone@1', ...nothing });
    deepEqual(snapshot(root), asItWas);
  }
  await rejects(undoLastRun(machine, root), { code: 'undo/nothing' });
});

test('what was taken back further by hand stays so, and the rest of the run goes', async () => {
  const { root, asItWas } = await drawRun([]);
  await gen(root, machineWith(), [], [
    { kind: 'json', path: 'package.json', keys: ['license'], value: 'MIT' },
    { kind: 'create', path: 'notes.md', text: '' },
  ]);
  git(root, 'checkout', '--quiet', 'package.json');
  const { restore, remove } = await undoLastRun(machineWith(), root);
  deepEqual([restore, remove, git(root, 'diff', '--stat')], [[], ['notes.md'], '']);
  await undoLastRun(machineWith(), root);
  deepEqual(snapshot(root), asItWas);
});

const index = 'packages/features/billing/src/index.ts';

for (const [what, change, message] of [
  [
    'edited',
    (root: string) => put(root, index, 'export const a = 1;\n'),
    `Since 'gen feature billing' someone changed ${index}; taking it back would lose that.
--- a/${index}
+++ b/${index}
@@ -1,1 +1,1 @@
-export {};
+export const a = 1;`,
  ],
  [
    'edited at length',
    (root: string) => put(root, index, 'a\n'.repeat(300)),
    `Since 'gen feature billing' someone changed ${index}; taking it back would lose that.
--- a/${index}
+++ b/${index}
@@ -1,1 +1,300 @@
-export {};
${'+a\n'.repeat(196)}… and 104 lines more`,
  ],
  [
    'removed',
    (root: string) => rmSync(join(root, 'package.json')),
    `Since 'gen feature billing' someone changed package.json; taking it back would lose that.
--- a/package.json
+++ /dev/null
@@ -1,4 +0,0 @@
-{
-  "name": "shop",
-  "type": "module"
-}`,
  ],
  [
    'added',
    (root: string) => put(root, 'packages/features/billing/src/mine.ts', ''),
    "Since 'gen feature billing' someone changed packages/features/billing/src/mine.ts (not of the run); taking it back would lose that.",
  ],
  [
    'linked',
    (root: string) => symlinkSync('/elsewhere', join(root, 'packages/features/billing/src/link')),
    "Since 'gen feature billing' someone changed packages/features/billing/src/link (not of the run); taking it back would lose that.",
  ],
  [
    'added and known to git, though it is ignored',
    (root: string) => {
      put(root, 'packages/features/billing/coverage/kept.md', '');
      git(root, 'add', '--force', 'packages/features/billing/coverage/kept.md');
    },
    "Since 'gen feature billing' someone changed packages/features/billing/coverage/kept.md (not of the run); taking it back would lose that.",
  ],
] as const) {
  test(`what was ${what} since is not lost: undo/edited`, async () => {
    const { root } = await drawRun();
    change(root);
    const asItWas = snapshot(root);
    await rejects(undoLastRun(machineWith(), root), { code: 'undo/edited', message });
    deepEqual(snapshot(root), asItWas);
  });
}

test("where there is no git, what an install left goes, and all else counts as somebody's", async () => {
  const given = { files: { 'package.json': '{}\n' }, processes: [{ argv: ['git'], ends: { exitCode: 128 } }] };
  const machine = fakeMachine(given);
  await gen('/repo', machine, []);
  machine.files.makeFolder('/repo/packages/features/billing/node_modules/zod');
  machine.files.write('/repo/packages/features/billing/mine.ts', '');
  await rejects(undoLastRun(machine, '/repo'), { code: 'undo/edited', file: 'packages/features/billing/mine.ts' });
  machine.files.remove('/repo/packages/features/billing/mine.ts');
  deepEqual((await undoLastRun(machine, '/repo')).leftovers, ['packages/features/billing/node_modules']);
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', 'package.json': '{}\n' });
});

test('a disk that is full, at whatever step: nothing is taken back, or the next command finishes it', async () => {
  const outcomes = new Set<string>();
  for (let step = 0, isDone = false; !isDone; step++) {
    let index = -Infinity;
    const machine = fakeMachine({
      files: start,
      processes: [{ argv: ['git'], ends: { exitCode: 128 } }],
      beforeWrite: ({ name, path }) => {
        if (name !== 'remove' && name !== 'removeFolder' && index++ === step) throw systemError('ENOSPC', name, path);
      },
    });
    const tree = (): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(machine.tree()).filter(([path]) => !path.startsWith('.formwork')));
    await gen('/repo', machine, []);
    const applied = tree();
    index = 0;
    const problem = await undoLastRun(machine, '/repo').then(() => 'done', String);
    index = -Infinity;
    isDone = problem === 'done';
    outcomes.add(problem.replace(/ at \S+;/, ';'));
    if (machine.files.kind('/repo/.formwork/journal') === null) deepEqual(tree(), isDone ? start : applied);
    await recover(machine, '/repo');
    deepEqual(tree(), /left behind/.test(problem) ? applied : start);
  }
  deepEqual(
    [...outcomes],
    [
      'FormworkError: The disk is full; nothing of this run was left behind.',
      'FormworkError: The disk is full; the next formwork command takes back what is left of it.',
      'done',
    ],
  );
});

test('with nothing on record there is nothing to take back', async () => {
  await rejects(readUndo(fakeMachine(), '/repo'), { code: 'undo/nothing' });
});
