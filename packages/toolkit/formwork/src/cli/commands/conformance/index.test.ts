import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { runConformance } from '../../../conformance/run-conformance.ts';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report, its exit code and its text', async () => {
  const manifest =
    "export const shopManifest = defineFeature({ name: 'shop', useCases: { placeOrder: { status: 'draft', mutates: true } } });";
  const machine = fakeMachine({
    now: () => 0,
    files: {
      'pnpm-workspace.yaml': 'packages: [packages/*/*]\n',
      'packages/features/shop/package.json': '{ "name": "@repo/shop" }',
      'packages/features/shop/src/feature.manifest.ts': manifest,
      'packages/features/shop/src/use-cases/place-order.use-case.ts':
        "import { NotImplementedError } from '@formwork/feature';\nthrow new NotImplementedError('shop.placeOrder');\n",
    },
  });
  const outcome = await command.run(withDefaults(command.options, { noDrafts: true }), { machine, root: '/repo', progress: () => {} });
  equal(outcome.exitCode, 1);
  deepEqual(outcome.data, runConformance(machine, '/repo', { noDrafts: true, feature: null }));
  match(outcome.text({ color: false }), /feature\.manifest\.ts:1:71 {2}error {2}pending\/draft\n {2}shop\.placeOrder is a draft/);
});
