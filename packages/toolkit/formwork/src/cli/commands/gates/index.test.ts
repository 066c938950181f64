import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { turboWorkspace } from '../../../gates/testing/turbo-workspace.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the verdict, its exit code and its text', async () => {
  const { machine, root, write } = turboWorkspace();
  write({ 'packages/c/lint.txt': '1\n/elsewhere/packages/c/src/c.ts\n  1:1  error  Bad  some-rule\n' });
  const progress: string[] = [];
  const options = withDefaults(command.options, { base: 'HEAD', only: ['lint'] });
  const outcome = await command.run(options, { machine, root, progress: (line) => void progress.push(line) });
  const { schema, status, gates } = Object(outcome.data);
  deepEqual([outcome.exitCode, schema, status, gates.length, progress.length], [1, 'formwork/gates@1', 'fail', 1, 2]);
  deepEqual(outcome.reports, gates);
  match(outcome.text({ color: false }), /packages\/c\/src\/c\.ts:1:1 {2}error {2}eslint\/some-rule[^]*\n\nFailed: lint\.\n$/);
});
