import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { applyPlan } from './apply-plan.ts';
import { incomingOf } from './incoming.ts';
import type { Journal } from './journal.ts';
import type { Plan } from './plan.ts';
import { recover } from './recover.ts';
import { sha256 } from '../report/sha256.ts';
import { mortalMachine, survives, type MortalMachine } from './testing/mortal-machine.ts';
import { undoLastRun } from './undo.ts';

const before = { 'src/compose.ts': 'old\n', 'pnpm-lock.yaml': 'lock: 1\n' };
const after = {
  'src/compose.ts': 'new\n',
  'pnpm-lock.yaml': 'lock: 2\n',
  'packages/a/package.json': '{}\n',
  'packages/a/src/index.ts': 'a\n',
};

const plan: Plan = {
  schema: 'formwork/plan@1',
  command: 'gen it',
  edits: [
    { path: 'src/compose.ts', before: sha256('old\n'), after: 'new\n' },
    { path: 'packages/a/package.json', before: null, after: '{}\n' },
    { path: 'packages/a/src/index.ts', before: null, after: 'a\n' },
  ],
  followUps: [{ argv: ['pnpm', 'install'] }],
};

function draw(): MortalMachine {
  const machine: MortalMachine = mortalMachine({
    files: before,
    processes: [
      { argv: ['git'], ends: { exitCode: 128 } },
      {
        argv: ['pnpm', 'install'],
        ends: () => {
          const isMade = machine.files.kind('/repo/packages/a') !== null;
          machine.files.write('/repo/pnpm-lock.yaml', isMade ? 'lock: 2\n' : 'lock: 1\n');
          return {};
        },
      },
    ],
  });
  return machine;
}

test('an apply that dies at whatever step: the next command takes the tree back', async () => {
  const seen = new Set<string>();
  for (let step = 0, isDone = false; !isDone; step++) {
    const machine = draw();
    machine.diesAt(step);
    isDone = await survives(applyPlan(plan, machine, '/repo'));
    machine.diesAt(null);
    await recover(machine, '/repo');
    const isAfter = 'packages/a/package.json' in machine.repository();
    deepEqual([step, machine.repository()], [step, isAfter ? after : before]);
    equal(machine.files.kind('/repo/packages'), isAfter ? 'directory' : null);
    seen.add(isAfter ? 'after' : 'before');
    await nextRunWorks(machine);
  }
  deepEqual([...seen], ['before', 'after']);
});

test('a recovery that dies at whatever step, too, is done by the one after it', async () => {
  for (let first = 5; first < 25; first++) {
    for (let step = 0, isDone = false; !isDone; step++) {
      const machine = draw();
      machine.diesAt(first);
      await survives(applyPlan(plan, machine, '/repo'));
      machine.diesAt(step);
      isDone = await survives(recover(machine, '/repo'));
      machine.diesAt(null);
      await recover(machine, '/repo');
      const isAfter = 'packages/a/package.json' in machine.repository();
      deepEqual([first, step, machine.repository()], [first, step, isAfter ? after : before]);
    }
  }
});

test('an undo that dies at whatever step is done by the next command, or was not begun', async () => {
  const seen = new Set<string>();
  for (let step = 0, isDone = false; !isDone; step++) {
    const machine = draw();
    await applyPlan(plan, machine, '/repo');
    machine.diesAt(step);
    isDone = await survives(undoLastRun(machine, '/repo'));
    machine.diesAt(null);
    await recover(machine, '/repo');
    const isAfter = 'packages/a/package.json' in machine.repository();
    deepEqual([step, machine.repository()], [step, isAfter ? after : before]);
    seen.add(isAfter ? 'after' : 'before');
    equal(machine.files.list('/repo/.formwork/runs').length, isAfter ? 1 : 0);
    if (!isAfter) await nextRunWorks(machine);
  }
  deepEqual([...seen], ['after', 'before']);
});

async function nextRunWorks(machine: MortalMachine): Promise<void> {
  if ('packages/a/package.json' in machine.repository()) await undoLastRun(machine, '/repo');
  deepEqual(machine.repository(), before);
  await applyPlan(plan, machine, '/repo');
  deepEqual(machine.repository(), after);
}

const interrupted: Journal = {
  schema: 'formwork/run@1',
  doing: 'apply',
  run: 1,
  token: '99-abc',
  command: 'gen it',
  changes: [
    { path: 'src/compose.ts', before: { text: 'old\n', mode: 0o644 }, after: 'new\n' },
    { path: 'packages/a/package.json', before: null, after: '{}\n' },
  ],
  folders: ['packages', 'packages/a'],
  followUps: [{ argv: ['pnpm', 'install'] }],
  lockfile: { before: null, after: null, restore: true },
};

function machineAt(files: Readonly<Record<string, string>>, journal: unknown = interrupted) {
  return fakeMachine({
    files: { '.formwork/journal': typeof journal === 'string' ? journal : JSON.stringify(journal), ...files },
    processes: [{ argv: ['git'], ends: { exitCode: 128 } }],
  });
}

test('it says what was taken back, and what is to be done', async () => {
  const machine = machineAt({ 'src/compose.ts': 'new\n', 'packages/a/package.json': '{}\n', 'pnpm-lock.yaml': 'lock: 2\n' });
  await recover(machine, '/repo');
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', 'src/compose.ts': 'old\n' });
  equal(
    machine.printed().stderr,
    "'gen it' was interrupted, and was taken back: 1 restored, 1 removed.\nRun `pnpm install`, so that what is installed fits again.\n",
  );
});

test('an interrupted undo is finished', async () => {
  const machine = machineAt({ 'src/compose.ts': 'old\n', '.formwork/runs/1.json': '{}' }, { ...interrupted, doing: 'undo', followUps: [] });
  await recover(machine, '/repo');
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', 'src/compose.ts': 'old\n' });
  equal(machine.printed().stderr, "The undo of 'gen it' was interrupted, and was finished: 0 restored, 0 removed.\n");
});

test('what somebody did after the interruption is kept', async () => {
  const machine = machineAt(
    { 'src/compose.ts': 'mine\n', 'packages/a/package.json': 'mine\n', 'packages/a/mine.ts': '' },
    { ...interrupted, followUps: [] },
  );
  await recover(machine, '/repo');
  deepEqual(machine.tree(), {
    '.formwork/.gitignore': '*\n',
    '.formwork/kept/99-abc/packages/a/package.json': 'mine\n',
    '.formwork/kept/99-abc/src/compose.ts': 'mine\n',
    'packages/a/mine.ts': '',
    'src/compose.ts': 'old\n',
  });
  equal(
    machine.printed().stderr,
    `'gen it' was interrupted, and was taken back: 1 restored, 1 removed.
src/compose.ts had been changed since; what it held is in .formwork/kept/99-abc/src/compose.ts now.
packages/a/package.json had been changed since; what it held is in .formwork/kept/99-abc/packages/a/package.json now.
packages/a/mine.ts is not the run's, and was left there.
`,
  );
});

test('a file that somebody removed after the interruption is back, with its folder', async () => {
  const machine = machineAt({});
  await recover(machine, '/repo');
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', 'src/compose.ts': 'old\n' });
});

test('a link that somebody put there is moved aside, not followed', async () => {
  const machine = fakeMachine({
    files: { '.formwork/journal': JSON.stringify(interrupted), elsewhere: 'new\n' },
    links: { 'src/compose.ts': '../elsewhere' },
    processes: [{ argv: ['git'], ends: { exitCode: 128 } }],
  });
  await recover(machine, '/repo');
  deepEqual([machine.files.read('/repo/src/compose.ts'), machine.files.read('/repo/elsewhere')], ['old\n', 'new\n']);
});

test('the undo that follows an interruption takes back no other run', async () => {
  const machine = machineAt({ 'src/compose.ts': 'new\n', '.formwork/runs/1.json': 'not looked at' }, { ...interrupted, run: 2 });
  deepEqual(await undoLastRun(machine, '/repo'), {
    schema: 'formwork/undone@1',
    run: 2,
    command: 'gen it',
    restore: ['src/compose.ts'],
    remove: [],
    leftovers: [],
    lockfile: 'as it is',
    install: true,
  });
  equal(machine.files.readIfPresent('/repo/.formwork/runs/1.json'), 'not looked at');
});

const [compose] = interrupted.changes;

for (const [what, journal] of [
  ['half a journal', JSON.stringify(interrupted).slice(0, 90)],
  ['a journal of another version', { ...interrupted, schema: 'formwork/run@2' }],
  ['a journal that leads out', { ...interrupted, changes: [{ ...compose, path: '../compose.ts' }] }],
  ['a journal that would remove a folder not its own', { ...interrupted, folders: ['src'] }],
] as const) {
  test(`${what} is not acted on: run/unreadable`, async () => {
    const machine = machineAt({ 'src/compose.ts': 'new\n' }, journal);
    const asItWas = machine.files.read('/repo/.formwork/journal');
    await rejects(recover(machine, '/repo'), { code: 'run/unreadable', file: '.formwork/journal' });
    deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', '.formwork/journal': asItWas, 'src/compose.ts': 'new\n' });
  });
}

test('a journal is not carried out through a link that leads out', async () => {
  const machine = fakeMachine({
    files: { '.formwork/journal': JSON.stringify(interrupted), '/out/compose.ts': 'new\n' },
    links: { src: '/out' },
    processes: [{ argv: ['git'], ends: { exitCode: 128 } }],
  });
  await rejects(recover(machine, '/repo'), { code: 'edit/outside-root' });
  equal(machine.files.read('/out/compose.ts'), 'new\n');
});

test('a folder where a file has to go back is in the way', async () => {
  await rejects(recover(machineAt({ 'src/compose.ts/mine': '' }), '/repo'), { code: 'edit/exists', file: 'src/compose.ts' });
});

test('a run that is under way is waited for, and its files are left alone', async () => {
  const machine = fakeMachine({
    files: {
      '.formwork/journal': JSON.stringify(interrupted),
      '.formwork/locks/99-abc': '',
      [incomingOf(interrupted.changes[0]!, interrupted)]: 'new\n',
    },
    running: [99],
    wait: () => {
      for (const path of ['.formwork/journal', '.formwork/locks/99-abc', 'src/.formwork-99-abc-0']) machine.files.remove(`/repo/${path}`);
      machine.files.write('/repo/src/compose.ts', 'new\n');
    },
  });
  await recover(machine, '/repo');
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n', 'src/compose.ts': 'new\n' });
  match(machine.printed().stderr, /^Waiting for process 99\.\n$/);
});

test('with nothing to recover nothing is written', async () => {
  const machine = fakeMachine();
  await recover(machine, '/repo');
  deepEqual(machine.tree(), {});
});
