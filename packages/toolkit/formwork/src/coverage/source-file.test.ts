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
  ['fixtures/a.ts', false],
  ['src/__fixtures__/a.ts', false],
  ['src/generators/feature/templates/a.ts', false],
  ['turbo/generators/config.ts', false],
  ['src/generators/config.ts', true],
  ['a.css', false],
  ['a.json', false],
  ['ts', false],
] as const) {
  test(`${file} is ${expected ? '' : 'no '}source`, () => equal(isSource(file), expected));
}
