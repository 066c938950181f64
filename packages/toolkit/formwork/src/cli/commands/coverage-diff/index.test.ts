import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { gitRepository } from '../../../coverage/testing/git-repository.ts';
import { nodeMachine } from '../../../report/node-machine.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report with the lines that are uncovered, its exit code and its text', async () => {
  const { root, write } = gitRepository({ 'formwork.json': '{}', 'a.mjs': 'one();\n' });
  write({ 'a.mjs': 'one();\ntwo();\n', 'report.info': 'SF:a.mjs\nDA:1,1\nDA:2,0\nend_of_record\n' });
  const machine = { ...nodeMachine(), folder: root };
  const outcome = await command.run(withDefaults(command.options, { base: 'HEAD', lcov: ['report.info'] }), { machine, root, progress: () => {} });
  const { gate, uncovered } = Object(outcome.data);
  deepEqual([outcome.exitCode, gate, uncovered], [1, 'coverage:diff', [{ file: 'a.mjs', line: 2, kind: 'uncovered' }]]);
  match(outcome.text({ color: false }), /a\.mjs:2:1 {2}error {2}coverage\/uncovered\n {2}No test runs 'two\(\);'\./);
});
