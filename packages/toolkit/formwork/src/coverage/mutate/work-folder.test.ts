import { deepEqual, rejects } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import { systemError } from '../../report/faulty-files.ts';
import { inWorkFolder, workFolder } from './work-folder.ts';

for (const [folder, top, sandboxes] of [
  ['features/fees', '/repo/.formwork-mutate-4711', '/repo/.formwork-mutate-4711'],
  ['packages/features/fees', '/repo/.formwork/mutate-4711', '/repo/.formwork/mutate-4711'],
  ['a/b/c/d/fees', '/repo/.formwork/mutate-4711', '/repo/.formwork/mutate-4711/d/fees'],
] as const) {
  test(`the copy of ${folder} lies as deep as it`, () => {
    const work = workFolder(folder, { machine: fakeMachine(), root: '/repo' });
    deepEqual([work.top, work.sandboxes], [top, sandboxes]);
    deepEqual(`${work.sandboxes}/sandbox-x`.split('/').length, `/repo/${folder}`.split('/').length);
  });
}

const there = (machine: FakeMachine): readonly string[] => Object.keys(machine.tree());

test('the folder is there for the work, ignored by git, and gone after it', async () => {
  const machine = fakeMachine();
  const during = await inWorkFolder('packages/features/fees', { machine, root: '/repo' }, async ({ config }) => {
    machine.files.write(config, '{}');
    return there(machine);
  });
  deepEqual(during, ['.formwork/.gitignore', '.formwork/mutate-4711/.gitignore', '.formwork/mutate-4711/stryker.config.json']);
  deepEqual(there(machine), ['.formwork/.gitignore']);
});

test('the folder is gone when the work fails', async () => {
  const machine = fakeMachine();
  await rejects(
    inWorkFolder('packages/features/fees', { machine, root: '/repo' }, async () => {
      throw new Error('interrupted');
    }),
    { message: 'interrupted' },
  );
  deepEqual(there(machine), ['.formwork/.gitignore']);
});

test('what killed runs left is taken away, and what others need is not', async () => {
  const machine = fakeMachine({
    running: [5],
    files: {
      '.formwork/mutate-5/report.json': '',
      '.formwork/mutate-6/sandbox-x/a.ts': '',
      '.formwork/mutate-4711/report.json': '',
      '.formwork/mutate-x/a': '',
      '.formwork/.formwork-mutate-6/a': '',
      '.formwork/mutants/fees.json': '',
      '.formwork-mutate-5/a': '',
      '.formwork-mutate-6/a': '',
      'mutate-6/a': '',
      'mutate-7': '',
    },
  });
  await inWorkFolder('features/fees', { machine, root: '/repo' }, async () => {});
  deepEqual(
    there(machine),
    [
      '.formwork/.formwork-mutate-6/a',
      '.formwork/.gitignore',
      '.formwork/mutants/fees.json',
      '.formwork/mutate-5/report.json',
      '.formwork/mutate-x/a',
      '.formwork-mutate-5/a',
      'mutate-6/a',
      'mutate-7',
    ].sort(),
  );
});

/** A machine on which something is written into the folder as it goes, `times` times. */
const busyMachine = (times: number, code: string) => {
  const waited: number[] = [];
  const machine = fakeMachine({ wait: (milliseconds) => waited.push(milliseconds) });
  let left = times;
  const removeFolder: typeof machine.files.removeFolder = (path, how) => {
    left -= 1;
    if (left >= 0) throw systemError(code, 'rm', path);
    machine.files.removeFolder(path, how);
  };
  return { machine, busy: { ...machine, files: { ...machine.files, removeFolder } }, waited };
};

for (const code of ['ENOTEMPTY', 'ENOENT']) {
  test(`a folder that someone still writes to is gone a moment later: ${code}`, async () => {
    const { machine, busy, waited } = busyMachine(2, code);
    await inWorkFolder('packages/features/fees', { machine: busy, root: '/repo' }, async () => {});
    deepEqual([there(machine), waited], [['.formwork/.gitignore'], [100, 100]]);
  });
}

for (const [what, times, code, waits] of [
  ['someone goes on writing to', 99, 'ENOTEMPTY', 50],
  ['must not be removed', 1, 'EACCES', 0],
] as const) {
  test(`a folder that ${what} is an error`, async () => {
    const { busy, waited } = busyMachine(times, code);
    await rejects(
      inWorkFolder('packages/features/fees', { machine: busy, root: '/repo' }, async () => {}),
      { code },
    );
    deepEqual(waited.length, waits);
  });
}
