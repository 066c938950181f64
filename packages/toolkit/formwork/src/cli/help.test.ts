import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { commandHelp } from './help.ts';
import type { Options } from './options.ts';
import { json, type } from './testing/planted.ts';

const globalHelp = (width: number): string => `Options of every command
  ${'--format <name>'.padEnd(width)}  How stdout is printed: text, json; a report also as ${reports}. Default: text on a terminal, elsewhere json.
  ${'--json'.padEnd(width)}  The same as --format json.
  ${'--root <dir>'.padEnd(width)}  The repository. Default: the one around the current folder.
  ${'-h, --help'.padEnd(width)}  Show what a command does and takes; with --json, the JSON Schema of its options.
  ${'--version'.padEnd(width)}  Print the version.
`;
const reports = 'markdown, github, sarif, junit';

test('help lists all commands, those of one word together', async () => {
  const help = `Usage: formwork <command> [options]

  fail             Fails.
  refuse           Refuses.
  undo             Undoes.
  wrap             Runs a program.
  pick             Picks a command.

  greet person     Greets somebody.
  greet world      Greets all.

  trip             Has a fault.
  trip late        Has a fault when it is shown.

${globalHelp(15)}
formwork <command> --help says what one takes.
`;
  const printed = await Promise.all(['', '--help', '-- --help'].map(async (line) => type(line)));
  deepEqual(
    printed.map(({ exitCode, stdout, stderr }) => [exitCode, stdout, stderr]),
    [
      [0, help, ''],
      [0, help, ''],
      [0, help, ''],
    ],
  );
});

test('help of the first word lists what begins with it; its JSON is for programs', async () => {
  match(
    (await type('greet --help')).stdout,
    /^Usage: formwork <command> \[options\]\n\n {2}greet person .*\n {2}greet world .*\n\nOptions of/,
  );
  deepEqual(await json('greet --help --json'), {
    exitCode: 0,
    schema: 'formwork/commands@1',
    commands: [
      { command: 'greet person', summary: 'Greets somebody.', examples: ['formwork greet person ada'] },
      { command: 'greet world', summary: 'Greets all.', examples: ['formwork greet world'] },
    ],
  });
});

test('help of a command is made from its options', async () => {
  equal(
    (await type('greet person --help')).stdout,
    `Greets somebody.

Usage: formwork greet person <name> [<times>…] [options]

Options
  --name <text>      Whom to greet. Required.
  --loudly           In capitals.
  --times <a,b>      How often. Default: once.
  --[no-]kindly      With a bow.
  --mood <glad|sad>  How. Default: glad.

${globalHelp(17)}
Examples
  formwork greet person ada
`,
  );
  match(
    (await type('wrap --help -- --json')).stdout,
    /^Runs a program\.\n\nUsage: formwork wrap \[options\] -- <command>…\n\nOptions\n {2}--quietly .*\n {2}-- <command>… +What to run, with its words\. Required\.\n/,
  );
  match((await type('fail --help')).stdout, /^Fails\.\n\nUsage: formwork fail \[options\]\n\nOptions of every command\n/);
});

test('help of a command as JSON is the JSON Schema of its options', async () => {
  const { exitCode, required, properties } = await json('greet person --help --json');
  deepEqual(
    [exitCode, required, properties['mood']],
    [0, ['name'], { default: 'glad', description: 'How.', type: 'string', enum: ['glad', 'sad'] }],
  );
});

test('an option that names files says so, and whether it takes several', () => {
  const options = {
    lcov: { kind: 'list', isPath: true, default: [], about: 'Reports.' },
    html: { kind: 'text', isPath: true, optional: true, about: 'A page.' },
  } satisfies Options;
  const run = (): Promise<never> => Promise.reject(new Error('Help runs nothing.'));
  const text = commandHelp({ words: ['show'], summary: 'Shows.', options, positionals: [], examples: [], run }).text({ color: false });
  match(text, /^ {2}--lcov <file>… +Reports\.$/m);
  match(text, /^ {2}--html <file> +A page\.$/m);
});
