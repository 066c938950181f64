import { deepEqual, equal, rejects } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeMachine } from '../report/fake-machine.ts';
import { systemError } from '../report/faulty-files.ts';
import { withLock } from './lock.ts';

const since = '2027-01-15T08:00:00.000Z';
const theirs = '.formwork/locks/99-abc';
const gen = JSON.stringify({ command: 'gen feature billing', since });

/** A machine on which time goes by only while the code waits. */
function machineWith(
  given: Parameters<typeof fakeMachine>[0] & { readonly during?: (machine: FakeMachine, waited: number) => void } = {},
): FakeMachine {
  let clock = Date.parse(since);
  let waited = 0;
  const machine: FakeMachine = fakeMachine({
    ...given,
    now: () => clock,
    wait: (milliseconds) => {
      clock += milliseconds;
      given.during?.(machine, waited++);
    },
  });
  return machine;
}

function work(machine: FakeMachine, waitMs?: number): Promise<readonly string[]> {
  return withLock(machine, '/repo', { command: 'gen it', waitMs }, async () => Object.keys(machine.tree()));
}

test('the lock is there during the work, and gone afterwards', async () => {
  const machine = machineWith();
  deepEqual(await work(machine), ['.formwork/.gitignore', '.formwork/locks/4711-mywpiww0']);
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n' });
});

test('it is gone when the work fails, too, and the failure is told', async () => {
  const machine = machineWith();
  await rejects(
    withLock(machine, '/repo', { command: 'gen it' }, () => Promise.reject(systemError('ENOSPC', 'write', '/repo/a'))),
    { code: 'edit/disk-full' },
  );
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n' });
});

test('a second run waits, says so once, and then goes on', async () => {
  const machine = machineWith({
    files: { [theirs]: gen },
    running: [99],
    during: ({ files }, waited) => waited === 3 && files.remove(`/repo/${theirs}`),
  });
  equal((await work(machine)).length, 2);
  equal(machine.printed().stderr, `Waiting for process 99 ("gen feature billing", since ${since}).\n`);
});

test('after the time given it says who is in the way', async () => {
  const machine = machineWith({ files: { [theirs]: gen }, running: [99] });
  await rejects(work(machine, 2000), {
    code: 'lock/held',
    message: `Another run was not done after 2 s: process 99 ("gen feature billing", since ${since}).`,
    fix: `Wait until it is done, then run this again. If that process is no formwork, remove ${theirs}.`,
    file: theirs,
  });
  deepEqual(Object.keys(machine.tree()), ['.formwork/.gitignore', theirs]);
});

test('a minute is the time given where none is said', async () => {
  const machine = machineWith({ files: { [theirs]: '' }, running: [99] });
  await rejects(work(machine), { message: 'Another run was not done after 60 s: process 99.' });
});

test('one that goes while it is looked at is known by its number alone', async () => {
  const machine = machineWith({ files: { [theirs]: gen } });
  const isRunning = (): boolean => (machine.files.remove(`/repo/${theirs}`), true);
  const ended = withLock({ ...machine, isRunning }, '/repo', { command: 'gen it' }, async () => 'done');
  deepEqual([await ended, machine.printed().stderr], ['done', 'Waiting for process 99.\n']);
});

test("the lock of a dead process, or of an earlier one with our number, is nobody's", async () => {
  const machine = machineWith({ files: { [theirs]: gen, '.formwork/locks/4711-abc': gen, '.formwork/locks/what': '' } });
  deepEqual(await work(machine, 0), ['.formwork/.gitignore', '.formwork/locks/4711-mywpiww0']);
});

test('two that look at the same moment both step back, and neither goes in with the other', async () => {
  let machine = machineWith();
  machine = machineWith({
    running: [99],
    // The other one puts its lock up when we have looked, and before ours is up.
    beforeWrite: ({ name, path }) => {
      if (
        name === 'write' &&
        path.includes('/4711-') &&
        machine.files.kind(`/repo/${theirs}`) === null &&
        machine.now() === Date.parse(since)
      ) {
        machine.files.write(`/repo/${theirs}`, gen);
      }
    },
    during: ({ files }) => {
      equal(files.kind('/repo/.formwork/locks/4711-mywpiww0'), null);
      files.remove(`/repo/${theirs}`);
    },
  });
  deepEqual(await work(machine), ['.formwork/.gitignore', '.formwork/locks/4711-mywpiww0']);
});

test('a lock that cannot be written leaves nothing', async () => {
  const machine = machineWith({
    beforeWrite: ({ name, path }) => {
      if (name === 'write' && path.includes('/4711-')) throw systemError('EROFS', 'open', path);
    },
  });
  await rejects(work(machine), {
    code: 'edit/read-only',
    message: /^Writing is not allowed at \/repo\/\.formwork\/locks\/4711-mywpiww0 \(EROFS\)/,
  });
  deepEqual(machine.tree(), { '.formwork/.gitignore': '*\n' });
});

test('.formwork has to be a folder', async () => {
  await rejects(work(machineWith({ folders: ['/elsewhere'], links: { '.formwork': '/elsewhere' } })), {
    code: 'edit/exists',
    file: '.formwork',
  });
});
