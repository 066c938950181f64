import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { parseArguments } from './arguments.ts';
import { flagsOf } from './flags.ts';

const flags = flagsOf(
  z.object({
    name: z.string().describe('The name.'),
    base: z.string().nullable().default(null).describe('The base.'),
    install: z.boolean().default(true).describe('Install.'),
    noDrafts: z.boolean().default(false).describe('No drafts.'),
    limit: z.number().int().optional().describe('The limit.'),
    scope: z.enum(['public', 'role']).optional().describe('The scope.'),
    only: z.array(z.string()).default([]).describe('Only these.'),
    kinds: z
      .array(z.enum(['event', 'job']))
      .optional()
      .describe('Kinds.'),
  }),
);
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
    ['--kinds job,event', { kinds: ['job', 'event'] }],
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
  const ofFiles = flagsOf(z.object({ lcov: z.array(z.string().meta({ format: 'path' })).default([]), html: z.string().meta({ format: 'path' }).optional() }));
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
    ['--limit few', 'cli/bad-value', "--limit is a number, not 'few'.", 'Write --limit=<number>.'],
    ['--limit=', 'cli/bad-value', "--limit is a number, not ''.", 'Write --limit=<number>.'],
    ['--scope rol', 'cli/bad-value', "--scope cannot be 'rol'.", 'Did you mean role? It is one of: public, role.'],
    ['--kinds event,jobb', 'cli/bad-value', "--kinds cannot be 'jobb'.", 'Did you mean job? It is one of: event, job.'],
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
