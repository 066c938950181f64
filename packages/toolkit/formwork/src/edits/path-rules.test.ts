import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { foldersTo, pathProblem } from './path-rules.ts';

for (const [path, problem] of [
  ['a', null],
  ['packages/features/orders/src/index.ts', null],
  ['.github/workflows/ci.yml', null],
  ['a b/é/😀.ts', null],
  ['.gitignore', null],
  ['', 'is not relative to the root'],
  ['/etc/passwd', 'is not relative to the root'],
  ['C:/a', 'is not relative to the root'],
  ['../a', 'leads out of the root'],
  ['a/../../b', 'leads out of the root'],
  ['a//b', 'is not normalized'],
  ['./a', 'is not normalized'],
  ['a/', 'is not normalized'],
  ['a\\b', 'has a character that no path of a plan may have'],
  ['a\0b', 'has a character that no path of a plan may have'],
  ['a\nb', 'has a character that no path of a plan may have'],
  ['a\uD800', 'has a character that no path of a plan may have'],
  [`a/${'é'.repeat(128)}`, 'has a name of more than 255 bytes'],
  ['.git/hooks/pre-commit', 'leads into .git, which no edit may touch'],
  ['a/node_modules/b', 'leads into node_modules, which no edit may touch'],
  ['.Formwork/journal', 'leads into .Formwork, which no edit may touch'],
] as const) {
  test(`the path ${JSON.stringify(path).slice(0, 40)} ${problem ?? 'is good'}`, () => equal(pathProblem(path), problem));
}

test('the folders that lead to a path, outermost first', () => {
  deepEqual(foldersTo('a/b/c.ts'), ['a', 'a/b']);
  deepEqual(foldersTo('c.ts'), []);
});
