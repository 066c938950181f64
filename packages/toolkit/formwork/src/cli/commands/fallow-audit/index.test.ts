import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { turboWorkspace } from '../../../gates/testing/turbo-workspace.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report, its exit code and its text', async () => {
  const { machine, root, write } = turboWorkspace();
  write({ 'packages/c/src/new.ts': 'x();\n' });
  const outcome = await command.run(withDefaults(command.options, { base: 'HEAD' }), { machine, root, progress: () => {} });
  deepEqual([outcome.exitCode, Object(outcome.data).gate], [1, 'fallow:audit']);
  match(outcome.text({ color: false }), /packages\/c\/src\/new\.ts:1:1 {2}error {2}fallow\/unused-file\n {2}No entry point reaches/);
});
