import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { isSource, isSourceOf, languageOf, sourcePaths } from './source-file.ts';

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
  ['a_test.ts', false],
  ['a-test.ts', true],
  ['src/latest.ts', true],
  ['a.test-d.ts', false],
  ['a.e2e.ts', false],
  ['a.e2e-spec.ts', false],
  ['a.cy.ts', false],
  ['a.story.tsx', false],
  ['a.stories.tsx', false],
  ['eslint.config.js', false],
  ['vitest.config.ts', false],
  ['src/__tests__/a.ts', false],
  ['src/__mocks__/a.ts', false],
  ['src/type-tests/a.ts', false],
  ['test/a.js', false],
  ['packages/a/tests/b/c.js', false],
  ['src/test/a.js', true],
  ['packages/a/src/tests/a.js', true],
  ['contest/a.js', true],
  ['.eslintrc.cjs', false],
  ['packages/a/.mocharc.js', false],
  ['src/arc.js', true],
  ['packages/features/orders/vitest.config.ts', false],
  ['src/retry.config.ts', true],
  ['packages/features/orders/src/retry.config.ts', true],
  ['fixtures/a.ts', true],
  ['src/templates/welcome.ts', true],
  ['turbo/generators/config.ts', false],
  ['src/generators/config.ts', true],
  ['test.js', false],
  ['lib/tests.mjs', false],
  ['testing.js', true],
  ['test.kit/a.js', true],
  ['src/test.ts', true],
  ['a.css', false],
  ['a.json', false],
  ['ts', false],
] as const) {
  test(`${file} is ${expected ? '' : 'no '}source`, () => equal(isSource(file), expected));
}

test('a language that a report knows counts, every file of it; JS and TS keep their rules', () => {
  const languages = ['.py', '.ts', 'Makefile'];
  deepEqual(
    ['a.py', 'tests/a_test.py', 'Makefile', 'src/Makefile', 'a.Makefile', 'a.rb', 'a.ts', 'a.test.ts'].map((file) =>
      isSourceOf(file, languages),
    ),
    [true, true, true, true, false, false, true, false],
  );
});

test('a language is named by the last ending of a file, or by the whole name of one without', () => {
  deepEqual(['src/a.vue', 'a.b/c', 'a.tar.gz', '.profile', 'a.'].map(languageOf), ['.vue', 'c', '.gz', '.profile', '.']);
});

test('git is asked for JS and TS, and for other languages letter by letter', () => {
  deepEqual(sourcePaths(['.ts', '.py', '.[x]*?', 'a\\b']).slice(8), [':(top)*.py', String.raw`:(top)*.\[x\]\*\?`, String.raw`:(top)*a\\b`]);
  deepEqual(
    sourcePaths([]),
    ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map((extension) => `:(top)*.${extension}`),
  );
});

test('git is asked for every file where a report names more endings than a command may hold', () => {
  deepEqual(sourcePaths(Array.from({ length: 5_000 }, (_, index) => `name${index}`)), []);
  deepEqual(sourcePaths(['x'.repeat(200_000)]), []);
});
