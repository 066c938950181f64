import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { parsePatch, type PatchedFile } from './parse-patch.ts';

const header = (name: string): string => `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ ${name}\n`;

function told({ names, isNew, movedFrom, isWhole, lines }: PatchedFile): string {
  const where = names.map(({ text, isText }) => (isText ? text : `${text}, no text`)).join(' or ');
  const how = [...(isNew ? ['new'] : []), ...(movedFrom === null ? [] : [`from ${movedFrom.text}`]), ...(isWhole ? ['whole'] : [])];
  return [where, ...how, [...lines].join(',')].join(' | ');
}

for (const [what, text, expected] of [
  ['an added and a replaced line', `${header('b/x')}@@ -1 +1,2 @@\n-old\n+new\n+more\n`, ['x | 1,2']],
  [
    'lines that look like headers',
    `${header('b/x')}@@ -3,2 +3,4 @@\n--- a/x\n-@@ -1 +1 @@\n+++ b/y.ts\n+diff --git a/y b/y\n+@@ -9 +9 @@\n+\n`,
    ['x | 3,4,5,6'],
  ],
  ['context lines, which are not changed', `${header('b/x')}@@ -1,3 +1,3 @@ function x() {\n one\n-two\n+2\n three\n`, ['x | 2']],
  ['empty context lines without their space', `${header('b/x')}@@ -1,3 +1,3 @@\n\n-two\n+2\n\n`, ['x | 2']],
  [
    'no newline at the end, before and after',
    `${header('b/x')}@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n`,
    ['x | 1'],
  ],
  ['two hunks', `${header('b/x')}@@ -1 +1 @@\n-x\n+y\n@@ -9,0 +10 @@\n+z\n`, ['x | 1,10']],
  ['a removed line', `${header('b/x')}@@ -2 +1,0 @@\n-x\n`, ['x | ']],
  ['a file that is gone', `${header('/dev/null')}@@ -1 +0,0 @@\n-x\n`, []],
  ['a file that is gone, without its lines', 'diff --git a/x b/x\ndeleted file mode 100644\nindex 1..0\n', []],
  [
    'a file that is new',
    'diff --git a/x b/x\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\n',
    ['x | new | 1'],
  ],
  ['a new file with nothing in it', 'diff --git a/x b/x\nnew file mode 100644\nindex 0..1\n', []],
  ['another mode', 'diff --git a/x b/x\nold mode 100644\nnew mode 100755\n', []],
  [
    'names with a space, tabs, newlines, quotes, backslashes, umlauts',
    String.raw`diff --git "a/\"\303\244\\\t\n .ts" "b/\"\303\244\\\t\n .ts"
--- "a/\"\303\244\\\t\n .ts"
+++ "b/\"\303\244\\\t\n .ts"
@@ -0,0 +1 @@
+x
diff --git a/a b/a b.ts b/a b/a b.ts
--- a/a b/a b.ts${'\t'}
+++ b/a b/a b.ts${'\t'}
@@ -0,0 +1 @@
+x
`,
    ['"ä\\\t\n .ts | 1', 'a b/a b.ts | 1'],
  ],
  [
    'a name that is no text',
    String.raw`diff --git "a/\303\244/caf\351.ts" "b/\303\244/caf\351.ts"
--- "a/\303\244/caf\351.ts"
+++ "b/\303\244/caf\351.ts"
@@ -0,0 +1 @@
+x
`,
    [String.raw`ä/caf\351.ts, no text | 1`],
  ],
  [
    'a link, and a submodule',
    'diff --git a/l.ts b/l.ts\nnew file mode 120000\nindex 0..1\n--- /dev/null\n' +
      '+++ b/l.ts\n@@ -0,0 +1 @@\n+a.ts\n\\ No newline at end of file\n' +
      'diff --git a/m.ts b/m.ts\nindex 1..2 120000\n--- a/m.ts\n+++ b/m.ts\n@@ -1 +1 @@\n-a.ts\n+b.ts\n' +
      'diff --git a/s b/s\nindex 1..2 160000\n--- a/s\n+++ b/s\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n',
    [],
  ],
  [
    'a link that became a file',
    'diff --git a/l.ts b/l.ts\ndeleted file mode 120000\nindex 1..0\n' +
      'diff --git a/l.ts b/l.ts\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/l.ts\n@@ -0,0 +1 @@\n+x\n',
    ['l.ts | new | 1'],
  ],
  [
    'a moved file without an edit, and one with',
    'diff --git a/a.ts b/b.ts\nsimilarity index 100%\nrename from a.ts\nrename to b.ts\n' +
      'diff --git a/c.ts b/d.ts\nsimilarity index 90%\nrename from c.ts\n' +
      'rename to d.ts\nindex 1..2 100644\n--- a/c.ts\n+++ b/d.ts\n@@ -3,0 +4 @@\n+x\n',
    ['b.ts | from a.ts | ', 'd.ts | from c.ts | 4'],
  ],
  [
    'a copy, of which only the edits are told',
    'diff --git a/a.ts b/b.ts\nsimilarity index 100%\ncopy from a.ts\ncopy to b.ts\n',
    ['b.ts | new | whole | '],
  ],
  [
    'binary files, of which nothing is told',
    'diff --git a/x.ts b/x.ts\nindex 1..2 100644\nBinary files a/x.ts and b/x.ts differ\n' +
      'diff --git "a/\\351.ts" "b/\\351.ts"\nnew file mode 100644\nindex 1..2\n' +
      'GIT binary patch\nliteral 3\nKcmZQzU|;|M00aO5\n\nliteral 0\nHcmV?d00001\n\n',
    ['x.ts | whole | ', '\\351.ts, no text | new | whole | '],
  ],
  ['prefixes that git calls mnemonic', 'diff --git i/a.ts w/a.ts\n--- i/a.ts\n+++ w/a.ts\n@@ -0,0 +1 @@\n+x\n', ['a.ts | 1']],
  ['no prefixes', 'diff --git b/a.ts b/a.ts\n--- b/a.ts\n+++ b/a.ts\n@@ -0,0 +1 @@\n+x\n', ['b/a.ts | 1']],
  ['prefixes of somebody', 'diff --git old/a.ts new/a.ts\n--- old/a.ts\n+++ new/a.ts\n@@ -0,0 +1 @@\n+x\n', ['a.ts or new/a.ts | 1']],
  [
    'plain diffs with times',
    'diff -ru old/a b.ts new/a b.ts\n--- old/a b.ts\t2026-01-01 00:00:00.000 +0000\n' +
      '+++ new/a b.ts\t2026-01-02 00:00:00.000 +0000\n@@ -1 +1 @@\n-x\n+y\n' +
      '--- /dev/null\t1970-01-01\n+++ c.ts\t2026-01-02\n@@ -0,0 +1 @@\n+y\n' +
      '--- old/gone.ts\t2026-01-01\n+++ /dev/null\t1970-01-01\n@@ -1 +0,0 @@\n-y\n',
    ['a b.ts or new/a b.ts | 1', 'c.ts or c.ts | new | 1'],
  ],
  [
    'a mail',
    'From 1 Mon Sep 17\nSubject: x\n\nrename from here\n---\n a.ts | 2 +-\n\n' +
      'diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-x\n+y\n-- \n2.39.5\n\n',
    ['a.ts | 1'],
  ],
  ['nothing', '', []],
] as const) {
  test(`diff: ${what}`, () => deepEqual(parsePatch(text).files.map(told), expected));
}

test('the texts of changed lines are kept, and hunks lose their context', () => {
  const { added, hunks } =
    parsePatch(`${header('b/x')}@@ -1,5 +1,5 @@\n-one\n+1\r\n+  \n two\n three\n-four\n five\n@@ -9,0 +10 @@\n+z\n`).files[0] ?? {};
  deepEqual(
    [added, hunks],
    [
      ['1\r', '  ', 'z'],
      [
        { oldStart: 1, oldCount: 1, newStart: 1, newCount: 2 },
        { oldStart: 4, oldCount: 1, newStart: 4, newCount: 0 },
        { oldStart: 9, oldCount: 0, newStart: 10, newCount: 1 },
      ],
    ],
  );
});

test('a diff says whether a file is gone from where it was', () => {
  const takesAway = (text: string): boolean => parsePatch(text).takesAway;
  deepEqual(
    [
      takesAway('diff --git a/x b/x\ndeleted file mode 100644\n'),
      takesAway('diff --git a/x b/y\nrename from x\nrename to y\n'),
      takesAway(`${header('b/x')}@@ -1 +1 @@\n-x\n+y\n`),
    ],
    [true, true, false],
  );
});

for (const [what, text] of [
  ['a hunk that ends early', `${header('b/x')}@@ -1,2 +1,2 @@\n-x\n`],
  ['a line without a mark', `${header('b/x')}@@ -1 +1 @@\nx\n`],
  ['more lines than were counted', `${header('b/x')}@@ -1 +1 @@\n-x\n+y\n+z\n`],
  ['more lines of one kind than were counted', `${header('b/x')}@@ -1,2 +1 @@\n+x\n+y\n-z\n-z\n`],
  ['another line behind a hunk', `${header('b/x')}@@ -1 +1 @@\n-x\n+y\n z\n`],
  ['a removed line behind a hunk that looks like a name', `${header('b/x')}@@ -1 +1 @@\n-x\n+y\n--- z\n`],
  ['lines that belong to no hunk', `${header('b/x')}+x\n`],
  ['a hunk that does not say where it is', `${header('b/x')}@@ here @@\n`],
  ['a hunk of no file', '@@ -1 +1 @@\n-x\n+y\n'],
  ['a hunk before the name', 'diff --git a/x b/x\n@@ -1 +1 @@\n-x\n+y\n'],
  ['a line 0', `${header('b/x')}@@ -0,0 +0,1 @@\n+x\n`],
  ['hunks that overlap', `${header('b/x')}@@ -4 +4 @@\n-x\n+y\n@@ -3 +3 @@\n-x\n+y\n`],
  ['a hunk that was left out before another', `${header('b/x')}@@ -4 +5 @@\n-x\n+y\n`],
  ['a hunk that was left out between two', `${header('b/x')}@@ -1 +1 @@\n-x\n+y\n@@ -4 +5 @@\n-x\n+y\n`],
  ['a merge', 'diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n--x\n -y\n++z\n'],
  ['the lines of a merge', '--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n--x\n -y\n++z\n'],
  ['a folder of which one side is not told', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y\nOnly in b: y\n'],
  ['a plain diff of binary files', 'Binary files a/x.ts and b/x.ts differ\n'],
  ['a plain diff that says no more than that', 'Files a/x.ts and b/x.ts differ\n'],
  ['a binary file whose name nobody can tell', 'diff --git a/x.ts b/yy.ts\nBinary files a/x.ts and b/yy.ts differ\n'],
  ['a binary file whose names are of one length', 'diff --git a/x.ts/bb/xy.ts\nBinary files a/x.ts and b/yy.ts differ\n'],
] as const) {
  test(`git/diff-unreadable: ${what}`, () => throws(() => parsePatch(text), { code: 'git/diff-unreadable' }));
}
