import { equal } from 'node:assert/strict';
import test from 'node:test';
import { isSource } from './source-file.ts';

for (const [file, expected] of [
  ['src/a.ts', true],
  ['a.js', true],
  ['a.mjs', true],
  ['a.cjs', true],
  ['a.jsx', true],
  ['a.mts', true],
  ['a.cts', true],
  ['a.tsx', true],
  ['src/order-placed.v1.event.ts', true],
  ['src/config.ts', true],
  ['src/testing/index.ts', true],
  ['src/test.ts', true],
  ['a.d.ts', false],
  ['a.d.mts', false],
  ['a.d.css.ts', false],
  ['a.test.ts', false],
  ['a.spec.tsx', false],
  ['a.test-d.ts', false],
  ['a.stories.tsx', false],
  ['eslint.config.js', false],
  ['vitest.config.ts', false],
  ['src/__tests__/a.ts', false],
  ['src/type-tests/a.ts', false],
  ['packages/features/orders/vitest.config.ts', false],
  ['src/retry.config.ts', true],
  ['packages/features/orders/src/retry.config.ts', true],
  ['fixtures/a.ts', true],
  ['src/templates/welcome.ts', true],
  ['turbo/generators/config.ts', false],
  ['src/generators/config.ts', true],
  ['a.css', false],
  ['a.json', false],
  ['ts', false],
] as const) {
  test(`${file} is ${expected ? '' : 'no '}source`, () => equal(isSource(file), expected));
}
