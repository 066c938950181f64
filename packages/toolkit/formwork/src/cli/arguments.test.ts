import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseArguments } from './arguments.ts';
import { flagsOf } from './flags.ts';

const flags = flagsOf({
  name: { kind: 'text', about: 'The name.' },
  base: { kind: 'text', default: null, about: 'The base.' },
  install: { kind: 'switch', default: true, about: 'Install.' },
  noDrafts: { kind: 'switch', default: false, about: 'No drafts.' },
  limit: { kind: 'number', least: -5, optional: true, about: 'The limit.' },
  last: { kind: 'number', least: 1, isWhole: true, optional: true, about: 'How many.' },
  scope: { kind: 'text', values: ['public', 'role'], optional: true, about: 'The scope.' },
  only: { kind: 'list', default: [], about: 'Only these.' },
});
const parse = (line: string, positionals: readonly string[] = ['name']) =>
  parseArguments(line === '' ? [] : line.split(' '), flags, positionals);

test('a command line is read by the kinds of its flags', () => {
  const rows: readonly (readonly [line: string, options: Record<string, unknown>])[] = [
    ['', {}],
    ['billing', { name: 'billing' }],
    ['-', { name: '-' }],
    ['--name billing', { name: 'billing' }],
    ['--name=billing', { name: 'billing' }],
    ['--name=a=b', { name: 'a=b' }],
    ['--name= --base=-x', { name: '', base: '-x' }],
    ['--base main billing --install', { base: 'main', name: 'billing', install: true }],
    ['--no-install', { install: false }],
    ['--install=false', { install: false }],
    ['--no-install=false', { install: true }],
    ['--no-drafts', { noDrafts: true }],
    ['--limit 5', { limit: 5 }],
    ['--limit -5', { limit: -5 }],
    ['--limit=0.5', { limit: 0.5 }],
    ['--scope role', { scope: 'role' }],
    ['--only a,b --only=c --only ,', { only: ['a', 'b', 'c'] }],
    ['--last 3', { last: 3 }],
    ['--base one --base two', { base: 'two' }],
    ['--name one --name two two', { name: 'two' }],
    ['--install -- --no-install', { install: true, name: '--no-install' }],
  ];
  deepEqual(
    rows.map(([line]) => [line, parse(line)]),
    rows,
  );
});

test('bare words go to their places, and a list takes all that are left', () => {
  deepEqual(parse('billing a b,c', ['name', 'only']), { name: 'billing', only: ['a', 'b', 'c'] });
  deepEqual(parse('--only a billing b', ['name', 'only']), { name: 'billing', only: ['a', 'b'] });
});

test('files are taken as they are, and as many as a pattern of the shell leaves', () => {
  const ofFiles = flagsOf({
    lcov: { kind: 'list', isPath: true, default: [], about: 'Reports.' },
    html: { kind: 'text', isPath: true, optional: true, about: 'A page.' },
  });
  const parseFiles = (line: string, positionals: readonly string[] = []) => parseArguments(line.split(' '), ofFiles, positionals);
  deepEqual(parseFiles('--lcov a b,c --html out.html --lcov d --lcov=e'), { lcov: ['a', 'b,c', 'd', 'e'], html: 'out.html' });
  deepEqual(parseFiles('--lcov a b'), { lcov: ['a', 'b'] });
  throws(() => parseFiles('--html a b'), { code: 'cli/unexpected-word' });
  deepEqual(parseFiles('--lcov a b', ['html']), { lcov: ['a'], html: 'b' });
});

test('what cannot be read is refused, with the next step', async (t) => {
  const rows: readonly (readonly [line: string, code: string, message: string, fix: string])[] = [
    ['--nmae x', 'cli/unknown-flag', 'There is no flag --nmae here.', 'Did you mean --name? --help lists the flags of this command.'],
    ['--no-name', 'cli/unknown-flag', 'There is no flag --no-name here.', 'Did you mean --name? --help lists the flags of this command.'],
    ['--jsno', 'cli/unknown-flag', 'There is no flag --jsno here.', 'Did you mean --json? --help lists the flags of this command.'],
    ['-x', 'cli/unknown-flag', 'There is no flag -x here.', '--help lists the flags of this command.'],
    ['--base', 'cli/bad-value', '--base has no value.', 'Write --base=<value>.'],
    ['--base --install', 'cli/bad-value', '--base has no value.', 'Write --base=<value>.'],
    ['--install=maybe', 'cli/bad-value', "--install is true or false, not 'maybe'.", 'Write --install or --no-install.'],
    ['--limit few', 'cli/bad-value', "--limit is a number from -5, not 'few'.", 'Write --limit=<number>.'],
    ['--limit=', 'cli/bad-value', "--limit is a number from -5, not ''.", 'Write --limit=<number>.'],
    ['--limit -6', 'cli/bad-value', "--limit is a number from -5, not '-6'.", 'Write --limit=<number>.'],
    ['--last 0', 'cli/bad-value', "--last is a whole number from 1, not '0'.", 'Write --last=<number>.'],
    ['--last 1.5', 'cli/bad-value', "--last is a whole number from 1, not '1.5'.", 'Write --last=<number>.'],
    ['--scope rol', 'cli/bad-value', "--scope cannot be 'rol'.", 'Did you mean role? It is one of: public, role.'],
    ['a --name b', 'cli/unexpected-word', "'a' is a word too many: --name says 'b' already.", 'Leave one of them out.'],
    ['a b', 'cli/unexpected-word', "'b' is a word too many: this command takes only <name>.", 'Leave it out, or see --help.'],
  ];
  for (const [line, code, message, fix] of rows)
    await t.test(line, () => throws(() => parse(line), { name: 'FormworkError', code, message, fix }));
  await t.test('no places', () => throws(() => parse('a', []), { message: "'a' is a word too many: this command takes no bare words." }));
});

test('whatever is typed is either read or refused with a code', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('--', '--name', '--base', '--no-install', '--limit', '--only', '-', '=', '--=', 'x'));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      try {
        parseArguments(words, flags, ['name', 'only']);
      } catch (error) {
        throws(() => {
          throw error;
        }, /^FormworkError/);
      }
    }),
  );
});
