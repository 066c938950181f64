import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { findCommand, incompleteCommand } from './find-command.ts';

const names = ['conformance', 'coverage-aggregate', 'coverage-diff', 'gates', 'gen', 'gen-feature'];

test('the most words that name a command are it', () => {
  const rows: readonly (readonly [line: string, found: object])[] = [
    ['gates', { name: 'gates' }],
    ['gates --base main', { name: 'gates' }],
    ['coverage diff', { name: 'coverage-diff' }],
    ['gen feature billing', { name: 'gen-feature' }],
    ['gen billing', { name: 'gen' }],
    ['coverage', { names: ['coverage-aggregate', 'coverage-diff'] }],
    ['coverage --base main', { names: ['coverage-aggregate', 'coverage-diff'] }],
  ];
  deepEqual(
    rows.map(([line]) => [line, findCommand(line.split(' '), names)]),
    rows,
  );
  deepEqual(findCommand([], names), { names });
});

test('words that lead nowhere are refused, with what was meant', async (t) => {
  const rows: readonly (readonly [line: string, code: string, message: string, fix: string])[] = [
    ['gaets', 'cli/unknown-command', "There is no command 'gaets'.", 'Did you mean formwork gates? formwork --help lists all commands.'],
    [
      'coverage dif --base x',
      'cli/unknown-command',
      "There is no command 'coverage dif'.",
      'Did you mean formwork coverage diff? formwork --help lists all commands.',
    ],
    ['destroy everything', 'cli/unknown-command', "There is no command 'destroy everything'.", 'formwork --help lists all commands.'],
    [
      '--base main gates',
      'cli/unknown-flag',
      'There is no flag --base before a command.',
      'Type the command first: formwork <command> [options].',
    ],
    [
      '--hepl',
      'cli/unknown-flag',
      'There is no flag --hepl before a command.',
      'Did you mean --help? Type the command first: formwork <command> [options].',
    ],
  ];
  for (const [line, code, message, fix] of rows)
    await t.test(line, () => throws(() => findCommand(line.split(' '), names), { code, message, fix }));
});

test('the beginning of several commands names them', () => {
  const { code, message, fix, details } = incompleteCommand(['coverage', '--json'], ['coverage-aggregate', 'coverage-diff']);
  deepEqual(
    [code, message, fix, details],
    [
      'cli/incomplete-command',
      "'coverage' is the beginning of several commands.",
      'Type one of: formwork coverage aggregate, formwork coverage diff; formwork coverage --help says what they do.',
      { commands: ['coverage aggregate', 'coverage diff'] },
    ],
  );
});
