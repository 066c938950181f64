import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { readReport } from './reports.ts';

test("where a package's own report looks for its sources does not depend on the current folder", () => {
  const machine = { ...fakeMachine({ files: { 'packages/a/coverage/lcov.info': '' } }), folder: '/repo/packages/b' };
  const tested = { name: 'a', folder: 'packages/a', private: true, dependencies: {}, scripts: {} };
  deepEqual(readReport(tested, { machine, root: '/repo' })?.bases, ['/repo/packages/a', '/repo']);
});
