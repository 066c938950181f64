import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { formats, takeGlobals, type Globals } from './globals.ts';

const none: Globals = { format: null, help: false, version: false, root: null };
const take = (line: string) => {
  const { globals, rest } = takeGlobals(line.split(' '), () => {});
  return [globals, rest.join(' ')];
};

test('the flags of every command are taken wherever they stand, and the rest is left', () => {
  const rows: readonly (readonly [line: string, globals: Partial<Globals>, rest: string])[] = [
    ['gates', {}, 'gates'],
    ['--json gates --all', { format: 'json' }, 'gates --all'],
    ['gates --format text', { format: 'text' }, 'gates'],
    ['gates --format=json --base x', { format: 'json' }, 'gates --base x'],
    ['--root ../other gates', { root: '../other' }, 'gates'],
    ['gates --root=a=b', { root: 'a=b' }, 'gates'],
    ['gates --help', { help: true }, 'gates'],
    ['-h --version', { help: true, version: true }, ''],
    ['-- gates --all', {}, 'gates --all'],
    ['coverage diff -- --base x --json', { format: 'json' }, 'coverage diff --base x'],
    ['gen feature --no-install -- --json', {}, 'gen feature --no-install -- --json'],
  ];
  deepEqual(
    rows.map(([line]) => [line, ...take(line)]),
    rows.map(([line, globals, rest]) => [line, { ...none, ...globals }, rest]),
  );
});

test('a value that does not fit is refused, in the format that was read before it', async (t) => {
  const rows = [
    ['--format jsno', "--format cannot be 'jsno'.", `Did you mean json? It is one of: ${formats.join(', ')}.`],
    ['--format', '--format has no value.', `It is one of: ${formats.join(', ')}.`],
    ['--format --base', '--format has no value.', `It is one of: ${formats.join(', ')}.`],
    ['--root', '--root has no value.', 'Name a folder: --root <dir>.'],
    ['--root --format text', '--root has no value.', 'Name a folder: --root <dir>.'],
    ['--help=all', '--help takes no value.', 'Write --help, or leave it out.'],
    ['--json=false', '--json takes no value.', 'Write --json, or leave it out.'],
    ['--root=', '--root has no value.', 'Name a folder: --root <dir>.'],
  ] as const;
  for (const [line, message, fix] of rows) {
    await t.test(line, () => {
      const said: string[] = [];
      throws(() => takeGlobals(['--json', ...line.split(' ')], (format) => said.push(format)), { code: 'cli/bad-value', message, fix });
      deepEqual(said, ['json']);
    });
  }
});
