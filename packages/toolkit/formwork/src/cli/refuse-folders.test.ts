import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { command } from './commands/coverage-diff/index.ts';
import { refuseFolders } from './refuse-folders.ts';

const machine = fakeMachine({ folder: '/repo/web', files: { 'coverage/lcov.info': '', '/repo/page/a.html': '' } });

test('a file is taken where it is named, and may be missing', () => {
  const options = { base: 'coverage', lcov: ['coverage/lcov.info', 'missing.info'], html: 'new/page.html', diffFile: '-', allowlist: null };
  deepEqual(refuseFolders(command, options, machine), undefined);
});

test('a folder is none', () => {
  for (const [options, message, fix] of [
    [{ lcov: ['coverage/lcov.info', 'coverage'] }, '--lcov takes a file, and coverage is a folder.', 'Write --lcov=<file>.'],
    [{ html: '../page/' }, '--html takes a file, and ../page/ is a folder.', 'Write --html=<file>.'],
    [{ jsonReport: [''] }, '--json-report has no value.', 'Write --json-report=<file>.'],
  ] as const)
    throws(() => refuseFolders(command, options, machine), { code: 'cli/bad-value', message, fix });
});
