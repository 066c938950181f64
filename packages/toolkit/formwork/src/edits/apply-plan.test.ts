import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeMachine, type FakeProcess } from '../report/fake-machine.ts';
import { systemError, type WriteOperation } from '../report/faulty-files.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { Interrupted } from '../report/interrupted.ts';
import { applyPlan } from './apply-plan.ts';
import type { Plan } from './plan.ts';
import { sha256 } from '../report/sha256.ts';

const noRepository: FakeProcess = { argv: ['git'], ends: { exitCode: 128 } };
const before = { 'src/compose.ts': 'old\n', 'pnpm-lock.yaml': 'lock: 1\n' };
const after = { 'src/compose.ts': 'new\n', 'packages/a/src/index.ts': 'a\n', 'packages/a/package.json': '{}\n' };
const install = { argv: ['pnpm', 'install'] } as const;

const plan: Plan = {
  schema: 'formwork/plan@1',
  command: 'gen it',
  edits: Object.entries(after).map(([path, text]) => ({ path, before: path === 'src/compose.ts' ? sha256('old\n') : null, after: text })),
  followUps: [install],
};
const withoutInstall: Plan = { ...plan, followUps: [] };

/** The tree without what formwork keeps for itself. */
function tree(machine: FakeMachine): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(machine.tree()).filter(([path]) => !path.startsWith('.formwork/')));
}

function installThat(exitCode: number, change: (machine: FakeMachine) => void = () => {}) {
  let machine = fakeMachine();
  machine = fakeMachine({
    files: before,
    processes: [
      noRepository,
      {
        argv: ['pnpm', 'install'],
        ends: () => {
          machine.files.makeFolder('/repo/packages/a/node_modules/zod');
          machine.files.write('/repo/packages/a/node_modules/zod/index.js', 'zod');
          machine.files.write('/repo/pnpm-lock.yaml', 'lock: 2\n');
          change(machine);
          return { exitCode, stdout: 'resolving\n', stderr: 'ERR no network\n' };
        },
      },
    ],
  });
  return machine;
}

test('a plan is done, its follow-ups are run, and the run is on record', async () => {
  const machine = installThat(0);
  deepEqual(await applyPlan(plan, machine, '/repo'), {
    schema: 'formwork/applied@1',
    run: 1,
    command: 'gen it',
    made: ['packages/a/src/index.ts', 'packages/a/package.json'],
    changed: ['src/compose.ts'],
    followUps: [install],
  });
  deepEqual(tree(machine), { ...after, 'pnpm-lock.yaml': 'lock: 2\n', 'packages/a/node_modules/zod/index.js': 'zod' });
  deepEqual(JSON.parse(machine.files.read('/repo/.formwork/runs/1.json')), {
    schema: 'formwork/run@1',
    doing: 'apply',
    run: 1,
    token: '4711-mywpiww0',
    command: 'gen it',
    changes: [
      { path: 'src/compose.ts', before: { text: 'old\n', mode: 0o644 }, after: 'new\n' },
      { path: 'packages/a/src/index.ts', before: null, after: 'a\n' },
      { path: 'packages/a/package.json', before: null, after: '{}\n' },
    ],
    folders: ['packages', 'packages/a', 'packages/a/src'],
    followUps: [install],
    lockfile: { before: { text: 'lock: 1\n', mode: 0o644 }, after: sha256('lock: 2\n'), restore: true },
  });
  deepEqual(
    Object.keys(machine.tree()).filter((path) => path.startsWith('.formwork/')),
    ['.formwork/.gitignore', '.formwork/runs/1.json'],
  );
  deepEqual(machine.ran().at(-1), { argv: ['pnpm', 'install'], folder: '/repo', input: null });
  equal(machine.printed().stderr, 'Running pnpm install\n');
});

test('an empty plan is done without a trace', async () => {
  const machine = fakeMachine({ files: before });
  equal((await applyPlan({ ...plan, edits: [] }, machine, '/repo')).run, null);
  deepEqual(machine.tree(), before);
});

test('a file keeps its mode', async () => {
  const machine = fakeMachine({ files: before, processes: [noRepository] });
  machine.files.write('/repo/src/compose.ts', 'old\n', { mode: 0o755 });
  await applyPlan(withoutInstall, machine, '/repo');
  deepEqual([machine.modeOf('src/compose.ts'), machine.modeOf('packages/a/package.json')], [0o755, 0o644]);
});

test('the last twenty runs stay on record', async () => {
  const machine = fakeMachine({ processes: [noRepository] });
  for (let run = 1; run <= 23; run++) {
    const edits = [{ path: `file-${run}`, before: null, after: '' }];
    equal((await applyPlan({ ...withoutInstall, edits }, machine, '/repo')).run, run);
  }
  const runs = machine.files.list('/repo/.formwork/runs').map(({ name }) => name);
  deepEqual([runs.length, runs.includes('3.json'), runs.includes('4.json')], [20, false, true]);
});

const outside: readonly (readonly [string, Parameters<typeof fakeMachine>[0], Plan, string, RegExp])[] = [
  ['a file that changed', { files: { 'src/compose.ts': 'other\n' } }, plan, 'plan/stale', /: src\/compose\.ts\.$/],
  [
    'files that came and went',
    { files: { 'packages/a/package.json': '' } },
    plan,
    'plan/stale',
    /: src\/compose\.ts, packages\/a\/package\.json\.$/,
  ],
  [
    'a link that came since',
    { files: before, folders: ['/out'], links: { packages: '/out' } },
    plan,
    'edit/outside-root',
    /leads out of it/,
  ],
  [
    'two names of one file',
    { folders: ['a'], links: { b: 'a' } },
    { ...plan, edits: ['a/x', 'b/x'].map((path) => ({ path, before: null, after: '' })) },
    'plan/invalid',
    /'b\/x' is written twice, the other time through a link/,
  ],
  ['a path into .git', {}, { ...plan, edits: [{ path: '.git/config', before: null, after: '' }] }, 'plan/invalid', /leads into \.git/],
  ['a folder that may not be written', { files: before, readOnly: ['src'] }, plan, 'edit/read-only', /not allowed at \/repo\/src\//],
  ['a root that may not be written', { files: before, readOnly: ['/repo'] }, plan, 'edit/read-only', /not allowed at \/repo\/\.formwork/],
];

for (const [what, given, wanted, code, message] of outside) {
  test(`${what}: ${code}, and nothing is written`, async () => {
    const machine = fakeMachine({ ...given, processes: [noRepository] });
    const asItWas = tree(machine);
    await rejects(applyPlan(wanted, machine, '/repo'), { code, message });
    deepEqual(tree(machine), asItWas);
    equal(machine.files.kind('/repo/.formwork/journal'), null);
  });
}

test('where an install fails the run is taken back, with the end of what it said', async () => {
  const machine = installThat(1);
  await rejects(applyPlan(plan, machine, '/repo'), {
    code: 'apply/follow-up-failed',
    message: 'The run was taken back, as `pnpm install` failed with exit code 1:\nresolving\nERR no network',
  });
  deepEqual(tree(machine), before);
  deepEqual(
    machine.files.list('/repo').map(({ name }) => name),
    ['.formwork', 'pnpm-lock.yaml', 'src'],
  );
});

test('where an install is interrupted the run is taken back, but for what others did meanwhile', async () => {
  const machine = installThat(0, ({ files }) => {
    files.write('/repo/packages/a/src/mine.ts', 'mine');
    files.write('/repo/src/compose.ts', 'newer\n');
    throw new Interrupted('SIGINT');
  });
  await rejects(applyPlan(plan, machine, '/repo'), Interrupted);
  deepEqual(tree(machine), { ...before, 'packages/a/node_modules/zod/index.js': 'zod', 'packages/a/src/mine.ts': 'mine' });
  equal(machine.files.read('/repo/.formwork/kept/4711-mywpiww0/src/compose.ts'), 'newer\n');
  equal(
    machine.printed().stderr,
    `Running pnpm install
'gen it' was interrupted, and was taken back: 1 restored, 2 removed.
src/compose.ts had been changed since; what it held is in .formwork/kept/4711-mywpiww0/src/compose.ts now.
packages/a/src/mine.ts is not the run's, and was left there.
Run \`pnpm install\`, so that what is installed fits again.
`,
  );
});

test('a program that is not there takes the run back', async () => {
  const missing = new FormworkError({ code: 'process/not-started', message: 'No pnpm.', fix: 'Install it.' });
  const machine = installThat(0, () => {
    throw missing;
  });
  await rejects(applyPlan(plan, machine, '/repo'), missing);
  deepEqual(tree(machine), before);
});

test('a disk that is full, at whatever step: the tree is as it was', async () => {
  const { steps } = await applyUntil(Infinity, () => true);
  equal(steps > 15, true);
  for (let step = 0; step < steps; step++) {
    const { machine, error } = await applyUntil(step, (index) => index === step);
    match(String(error), /FormworkError: The disk is full at \/repo\/.*; nothing of this run was left behind\./);
    deepEqual([step, tree(machine)], [step, before]);
    equal(machine.files.kind('/repo/.formwork/journal'), null);
  }
});

test('a disk that stays full: the next command takes back what could not be taken back at once', async () => {
  const { steps } = await applyUntil(Infinity, () => true);
  const { machine, error } = await applyUntil(steps - 1, (index) => index >= steps - 1);
  match(String(error), /FormworkError: The disk is full at .*; the next formwork command takes back what is left of it\./);
  equal(machine.files.kind('/repo/.formwork/journal'), 'file');
});

test('an error of our own keeps its stack, also where nothing can be taken back', async () => {
  const fault = new TypeError('x is not a function');
  const machine = fakeMachine({
    files: before,
    processes: [noRepository],
    beforeWrite: ({ path }) => {
      if (path.includes('/src/')) throw fault;
    },
  });
  await rejects(applyPlan(withoutInstall, machine, '/repo'), fault);
});

/** Applies the plan on a machine whose disk is full at the steps that need room and are `full`. Returns how many such steps there were. */
async function applyUntil(
  first: number,
  full: (index: number) => boolean,
): Promise<{ machine: FakeMachine; error: unknown; steps: number }> {
  let steps = 0;
  const needsRoom = ({ name }: WriteOperation): boolean => name === 'write' || name === 'rename' || name === 'makeFolder';
  const machine = fakeMachine({
    files: before,
    processes: [noRepository, install],
    beforeWrite: (operation) => {
      if (!needsRoom(operation)) return;
      const index = steps++;
      if (index >= first && full(index)) throw systemError('ENOSPC', operation.name, operation.path);
    },
  });
  const error: unknown = await applyPlan(plan, machine, '/repo').then(
    () => null,
    (caught: unknown) => caught,
  );
  return { machine, error, steps };
}
