import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { FormworkError } from '../../report/formwork-error.ts';
import { parseDiff } from './parse-diff.ts';

const header = (name: string): string => `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ ${name}\n`;

for (const [what, text, expected] of [
  ['an added and a replaced line', `${header('b/a.ts')}@@ -1 +1,2 @@\n-old\n+new\n+more\n`, { 'a.ts': [1, 2] }],
  [
    'lines that look like headers',
    `${header('b/a.ts')}@@ -3,2 +3,4 @@\n--- a/x\n-@@ -1 +1 @@\n+++ b/y.ts\n+diff --git a/y b/y\n+@@ -9 +9 @@\n+\n`,
    { 'a.ts': [3, 4, 5, 6] },
  ],
  ['context lines, which are not changed', `${header('b/a.ts')}@@ -1,3 +1,3 @@ function x() {\n one\n-two\n+2\n three\n`, { 'a.ts': [2] }],
  [
    'no newline at the end, before and after',
    `${header('b/a.ts')}@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n`,
    { 'a.ts': [1] },
  ],
  ['two hunks', `${header('b/a.ts')}@@ -1 +1 @@\n-x\n+y\n@@ -9,0 +10 @@\n+z\n`, { 'a.ts': [1, 10] }],
  ['a removed line', `${header('b/a.ts')}@@ -2 +1,0 @@\n-x\n`, { 'a.ts': [] }],
  ['a file that is gone', `${header('/dev/null')}@@ -1 +0,0 @@\n-x\n`, {}],
  [
    'a file that is new',
    `diff --git a/a.ts b/a.ts\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1 @@\n+x\n`,
    { 'a.ts': [1] },
  ],
  ['a name with a space', `${header('b/a b.ts\t')}@@ -0,0 +1 @@\n+x\n`, { 'a b.ts': [1] }],
  ['a quoted name', `${header(String.raw`"b/\"\303\244\\\t .ts"`)}@@ -0,0 +1 @@\n+x\n`, { '"ä\\\t .ts': [1] }],
  ['a name as git prints it otherwise', `${header('b/ä b/c.ts')}@@ -0,0 +1 @@\n+x\n`, { 'ä b/c.ts': [1] }],
  [
    'a link',
    `diff --git a/l.ts b/l.ts\nnew file mode 120000\nindex 0..1\n--- /dev/null\n+++ b/l.ts\n@@ -0,0 +1 @@\n+a.ts\n\\ No newline at end of file\n`,
    {},
  ],
  ['a link that moved', `diff --git a/l.ts b/l.ts\nindex 1..2 120000\n--- a/l.ts\n+++ b/l.ts\n@@ -1 +1 @@\n-a.ts\n+b.ts\n`, {}],
  [
    'a moved file without an edit, then one with',
    `diff --git a/a.ts b/b.ts\nsimilarity index 100%\nrename from a.ts\nrename to b.ts\n${header('b/c.ts')}@@ -0,0 +4 @@\n+x\n`,
    { 'c.ts': [4] },
  ],
  ['nothing', '', {}],
] as const) {
  test(`diff: ${what}`, () => {
    deepEqual(Object.fromEntries(parseDiff(text).map(({ file, lines }) => [file, [...lines]])), expected);
  });
}

for (const text of [
  `${header('b/a.ts')}@@ -1,2 +1,2 @@\n-x\n`,
  `${header('b/a.ts')}@@ -1 +1 @@\nx\n`,
  `${header('b/a.ts')}@@ here @@\n`,
  '@@ -1 +1 @@\n-x\n+y\n',
]) {
  test(`git/diff-unreadable: ${JSON.stringify(text.split('\n').at(-3))}`, () =>
    throws(() => parseDiff(text), { code: 'git/diff-unreadable' }));
}

test('whatever the text is, it is read or called unreadable', () => {
  const scrap = fc.oneof(
    fc.constantFrom('diff --git a/x b/x', '+++ b/x', '+++ "b/\\', '@@ -1 +1 @@', '@@ -0,0 +1,3 @@', '+x', '-x', ' x', '\\', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(scrap), (lines) => {
      try {
        parseDiff(lines.join('\n'));
      } catch (error) {
        equal(error instanceof FormworkError && error.code === 'git/diff-unreadable', true);
      }
    }),
    { numRuns: 2_000 },
  );
});
