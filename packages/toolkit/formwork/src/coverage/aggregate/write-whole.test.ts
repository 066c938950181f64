import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { systemError } from '../../report/faulty-files.ts';
import { writeWhole } from './write-whole.ts';

test('a file is whole, in a folder that was not there', () => {
  const machine = fakeMachine();
  writeWhole(machine, '/repo/coverage/summary.json', '{}\n');
  deepEqual(machine.tree(), { 'coverage/summary.json': '{}\n' });
});

for (const refused of ['write', 'rename'] as const) {
  test(`where the disk refuses to ${refused}, what stood there still stands, alone`, () => {
    const machine = fakeMachine({
      files: { 'coverage/summary.json': 'old' },
      beforeWrite: ({ name, path }) => {
        if (name === refused) throw systemError('ENOSPC', name, path);
      },
    });
    throws(() => writeWhole(machine, '/repo/coverage/summary.json', 'new'), { code: 'ENOSPC' });
    deepEqual(machine.tree(), { 'coverage/summary.json': 'old' });
  });
}
