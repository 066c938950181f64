import { equal } from 'node:assert/strict';
import test from 'node:test';
import { inRepository, tail, whereItPrinted } from './log.ts';

for (const [printed, expected] of [
  ['src/a.ts', 'packages/shop/src/a.ts'],
  ['./src/a.ts', 'packages/shop/src/a.ts'],
  ['../other/src/a.ts', 'packages/other/src/a.ts'],
  ['src\\a.ts', 'packages/shop/src/a.ts'],
  ['/repo/packages/shop/src/a.ts', 'packages/shop/src/a.ts'],
  ['/repo/eslint.config.js', 'eslint.config.js'],
  ['/another/checkout/packages/shop/src/a.ts', 'packages/shop/src/a.ts'],
  ['C:\\checkout\\packages\\shop\\src\\a.ts', 'packages/shop/src/a.ts'],
  ['/usr/lib/a.ts', '/usr/lib/a.ts'],
] as const) {
  test(`${printed} is ${expected}`, () => equal(inRepository(printed, '/repo', { folder: 'packages/shop' }), expected));
}

test('the tail is the last twenty lines that the task printed itself', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
  equal(
    tail(['$ vitest run', '', ...lines, '', '[ELIFECYCLE] Command failed with exit code 1.', ' ELIFECYCLE  Test failed.', ''].join('\n')),
    lines.slice(-20).join('\n'),
  );
});

test('what a task printed is in its log, and where turbo keeps none it is run alone', () => {
  equal(whereItPrinted('test', { package: '@repo/a', logFile: 'a.log' }), 'all that it printed is in a.log');
  equal(whereItPrinted('test', { package: '@repo/a', logFile: null }), 'run it alone: pnpm test --filter @repo/a');
});
