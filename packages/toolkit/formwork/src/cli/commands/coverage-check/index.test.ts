import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report of the bands, and what told the statements', async () => {
  const machine = fakeMachine({
    files: {
      'pnpm-workspace.yaml': 'packages: [packages/*/*]\n',
      'packages/features/orders/package.json': '{ "name": "@repo/orders", "scripts": { "test": "vitest run" } }',
      'packages/features/orders/src/feature.manifest.ts':
        "export const ordersManifest = defineFeature({ name: 'orders', useCases: {} });\n",
      'packages/features/orders/coverage/lcov.info': 'SF:src/bind.ts\nDA:1,1\nend_of_record\n',
    },
  });
  const outcome = await command.run(withDefaults(command.options, {}), { machine, root: '/repo', progress: () => {} });
  deepEqual([outcome.exitCode, Object(outcome.data).evidence], [0, [{ feature: 'orders', statements: 'lines' }]]);
  match(outcome.text({ color: false }), /✔ coverage:check passed · 1 feature, 1 file/);
});
