import { deepEqual, match } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { withDefaults } from '../../options.ts';
import { command } from './index.ts';

test('the outcome is the report of what was merged', async () => {
  const machine = fakeMachine({
    files: {
      'pnpm-workspace.yaml': 'packages: [packages/*]\n',
      'package.json': '{ "name": "root", "scripts": { "test": "turbo run test" } }',
      'packages/shop/package.json': '{ "name": "@repo/shop", "scripts": { "test": "vitest run" } }',
      'packages/shop/coverage/lcov.info': 'SF:src/a.ts\nDA:1,1\nend_of_record\n',
      'packages/docs/package.json': '{ "name": "@repo/docs" }',
      'packages/broken/package.json': '{',
    },
  });
  const outcome = await command.run(withDefaults(command.options, {}), { machine, root: '/repo', progress: () => {} });
  deepEqual([outcome.exitCode, Object(outcome.data).inspected], [0, { packages: 1, reports: 1, files: 1, lines: 1 }]);
  match(outcome.text({ color: false }), /coverage:aggregate passed · 1 package, 1 report, 1 file, 1 line/);
});
