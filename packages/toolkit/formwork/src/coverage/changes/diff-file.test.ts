import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { changedInDiff, parseDiffFile } from './diff-file.ts';

const files = {
  '/repo/.git/HEAD': '',
  '/repo/a.ts': 'one\ntwo\nthree\n',
  '/repo/src/a.ts': 'one\ntwo\nthree',
  '/repo/crlf.ts': 'one\r\ntwo\r\n',
  '/repo/latin.ts': 'one \uFFFD\uFFFD\n',
  '/repo/twin.ts': 'one\n',
  '/repo/b/twin.ts': 'one\n',
  '/repo/other.ts': 'one\n',
  '/repo/b/other.ts': 'two\n',
  '/repo/tool.py': 'one\n',
  '/elsewhere/x.ts': 'x\n',
  '/repo/ws/src/a.ts': 'four\n',
};

type Told = Record<string, [lines: number[], from: string | null]>;

function changesIn(diff: string, { root = '/repo', languages = [] }: { root?: string; languages?: readonly string[] } = {}): Told {
  const changed = changedInDiff(diff, { machine: fakeMachine({ files, links: { '/repo/link.ts': 'a.ts' } }), root }, languages);
  return Object.fromEntries(changed.map(({ file, lines, from }) => [file, [[...lines], from]]));
}

const plain = (name: string, body: string, before = name): string => `--- ${before}\t2026-01-01\n+++ ${name}\t2026-01-02\n${body}`;
const git = (name: string, body: string): string => `diff --git a/${name} b/${name}\n--- a/${name}\n+++ b/${name}\n${body}`;
const second = '@@ -1,3 +1,3 @@\n one\n-2\n+two\n three\n';

for (const [what, diff, expected, asked] of [
  ['nothing', '', {}],
  ['blank lines', '\n\n', {}],
  ["git's, with context", git('src/a.ts', second), { 'src/a.ts': [[2], 'src/a.ts'] }],
  ['two files, by name', git('src/a.ts', second) + git('a.ts', second), { 'a.ts': [[2], 'a.ts'], 'src/a.ts': [[2], 'src/a.ts'] }],
  ['with a byte order mark', `\uFEFF${git('src/a.ts', second)}`, { 'src/a.ts': [[2], 'src/a.ts'] }],
  ['with line ends of Windows', git('src/a.ts', second).replaceAll('\n', '\r\n'), { 'src/a.ts': [[2], 'src/a.ts'] }],
  [
    'with line ends of Windows, as the file has them',
    git('crlf.ts', '@@ -2 +2 @@\n-2\n+two\n').replaceAll('\n', '\r\n'),
    { 'crlf.ts': [[2], 'crlf.ts'] },
  ],
  ['of a file with line ends of Windows', git('crlf.ts', '@@ -2 +2 @@\n-2\r\n+two\r\n'), { 'crlf.ts': [[2], 'crlf.ts'] }],
  ['of a line in latin-1', git('latin.ts', '@@ -1 +1 @@\n-x\n+one \uFFFD\n'), { 'latin.ts': [[1], 'latin.ts'] }],
  ['plain, without a prefix', plain('src/a.ts', second), { 'src/a.ts': [[2], 'src/a.ts'] }],
  ['plain, with a prefix', plain('new/src/a.ts', second, 'old/src/a.ts'), { 'src/a.ts': [[2], 'src/a.ts'] }],
  [
    'with a prefix or without, where one of the two fits',
    plain('b/other.ts', '@@ -1 +1 @@\n-x\n+two\n', 'b/other.ts.orig'),
    { 'b/other.ts': [[1], 'b/other.ts'] },
  ],
  ['plain, of two folders', plain('./a.ts', second, '../old/a.ts'), { 'a.ts': [[2], 'a.ts'] }],
  ['a copy, all of which is new', 'diff --git a/x.ts b/a.ts\ncopy from x.ts\ncopy to a.ts\n', { 'a.ts': [[1, 2, 3], null] }],
  [
    'a binary file, all of which may be new',
    'diff --git a/a.ts b/a.ts\nBinary files a/a.ts and b/a.ts differ\n',
    { 'a.ts': [[1, 2, 3], null] },
  ],
  ['a moved file', 'diff --git a/old/a.ts b/a.ts\nrename from old/a.ts\nrename to a.ts\n', { 'a.ts': [[], 'old/a.ts'] }],
  [
    'a new file',
    git('a.ts', '@@ -0,0 +1,3 @@\n+one\n+two\n+three\n').replace('--- a/a.ts', '--- /dev/null'),
    { 'a.ts': [[1, 2, 3], null] },
  ],
  ['lines that are gone', git('a.ts', '@@ -4 +3,0 @@\n-four\n'), { 'a.ts': [[], 'a.ts'] }],
  [
    'lines that are gone from one of two files',
    plain('b/twin.ts', '@@ -2 +1,0 @@\n-x\n', 'b/twin.ts.orig'),
    { 'twin.ts': [[], 'twin.ts'] },
  ],
  ['lines that are gone from a file that is gone since', git('gone.ts', '@@ -4 +3,0 @@\n-four\n'), {}],
  ['no source', git('a.test.ts', second) + git('tool.py', '@@ -1 +1 @@\n-x\n+y\n') + git('gone.md', '@@ -1 +1 @@\n-x\n+y\n'), {}],
  ['another language', git('tool.py', '@@ -1 +1 @@\n-x\n+one\n'), { 'tool.py': [[1], 'tool.py'] }, { languages: ['.py'] }],
  [
    "a workspace below git's toplevel, from the toplevel",
    git('ws/src/a.ts', '@@ -1 +1 @@\n-x\n+four\n') + git('a.ts', second),
    { 'src/a.ts': [[1], 'src/a.ts'] },
    { root: '/repo/ws' },
  ],
  [
    "a workspace below git's toplevel, from its root",
    git('src/a.ts', '@@ -1 +1 @@\n-x\n+four\n'),
    { 'src/a.ts': [[1], 'src/a.ts'] },
    { root: '/repo/ws' },
  ],
  [
    'a move into a workspace',
    'diff --git a/a.ts b/ws/src/a.ts\nrename from lib/a.ts\nrename to ws/src/a.ts\n',
    { 'src/a.ts': [[], '../lib/a.ts'] },
    { root: '/repo/ws' },
  ],
  ['a folder without git', plain('x.ts', '@@ -0,0 +1 @@\n+x\n'), { 'x.ts': [[1], 'x.ts'] }, { root: '/elsewhere' }],
] as const satisfies readonly (readonly [string, string, Told, { root?: string; languages?: readonly string[] }?])[]) {
  test(`diff file: ${what}`, () => deepEqual(changesIn(diff, asked), expected));
}

for (const [what, diff, file, line] of [
  ['a line that reads otherwise', git('src/a.ts', second).replace('two', 'too'), 'src/a.ts', 2],
  ['a line behind the end', git('src/a.ts', '@@ -4 +4 @@\n-x\n+four\n'), 'src/a.ts', 4],
  ['a file that is not there', git('src/gone.ts', second), 'src/gone.ts', 1],
  ['a copy that is not there', 'diff --git a/x.ts b/gone.ts\ncopy from x.ts\ncopy to gone.ts\n', 'gone.ts', 1],
  ['a file that is a link now', git('link.ts', second), 'link.ts', 1],
  ['a name that is no text', git('src/a.ts', second).replaceAll(/([ab])\/src\/a\.ts/g, String.raw`"$1/\351.ts"`), String.raw`\351.ts`, 1],
] as const) {
  test(`git/diff-does-not-fit: ${what}`, () => throws(() => changesIn(diff), { code: 'git/diff-does-not-fit', file, line }));
}

for (const [what, diff] of [
  ['words', 'hello\nworld\n'],
  ['a list of names', 'M\ta.ts\n'],
  ['a context diff', '*** a.ts\t2026\n--- a.ts\t2026\n***************\n*** 1 ****\n! x\n--- 1 ----\n! y\n'],
  ['a normal diff', '1c1\n< x\n---\n> y\n'],
  ['a diff in colour', '\u001B[1mdiff --git a/a.ts b/a.ts\u001B[m\n'],
  ['no hunks, as they were cut off', git('src/a.ts', '')],
  ['a series of commits', git('src/a.ts', second) + git('src/a.ts', second)],
] as const) {
  test(`git/diff-unreadable: ${what}`, () => throws(() => parseDiffFile(diff), { code: 'git/diff-unreadable' }));
}

test('git/diff-unreadable: a name that could be two files', () => {
  throws(() => changesIn(plain('b/twin.ts', '@@ -1 +1 @@\n-x\n+one\n', 'b/twin.ts.orig')), {
    code: 'git/diff-unreadable',
    message: "The diff cannot be read at '+++ twin.ts, which could be twin.ts or b/twin.ts'.",
  });
});
