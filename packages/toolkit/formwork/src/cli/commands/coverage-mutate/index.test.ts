import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { plantedReport, plantedRepository } from '../../../coverage/mutate/testing/planted-stryker.ts';
import { nodeMachine } from '../../../report/node-machine.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report, its exit code and its text', async () => {
  const { root } = plantedRepository({
    'packages/features/fees/planted.mjs': plantedReport('src/entities/fee.entity.ts', [{ line: 1, status: 'Survived' }]),
  });
  const said: string[] = [];
  const context = { machine: { ...nodeMachine(), folder: root }, root, progress: (line: string) => said.push(line) };
  const outcome = await command.run(withDefaults(command.options, { features: ['fees'] }), context);
  deepEqual([outcome.exitCode, Object(outcome.data).gate, said.length], [1, 'coverage:mutate', 2]);
  match(
    outcome.text({ color: false }),
    /fee\.entity\.ts:1:1 {2}error {2}mutation\/survived\n {2}No test notices when `first` becomes `x`\./,
  );
});
