import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { fakeMachine, type FakeMachine } from '../report/fake-machine.ts';
import { finding, type Finding } from '../report/finding.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { Interrupted } from '../report/interrupted.ts';
import { report } from '../report/report.ts';
import type { Command } from './command.ts';
import { main } from './main.ts';
import { reportOutcome } from './report-outcome.ts';
import type { Registry } from './registry.ts';

const noOptions = z.object({});

function planted(words: readonly [string, ...string[]], summary: string, run: Command['run']): Command {
  return { words, summary, options: noOptions, positionals: [], examples: [`formwork ${words.join(' ')}`], run };
}

const greetOptions = z.object({
  name: z.string().regex(/^[a-z]+$/, 'letters only').describe('Whom to greet.'),
  loudly: z.boolean().default(false).describe('In capitals.'),
  times: z.array(z.string()).default(['once']).describe('How often.'),
  kindly: z.boolean().default(true).describe('With a bow.'),
  mood: z.enum(['glad', 'sad']).default('glad').describe('How.'),
}).refine(({ loudly, mood }) => !(loudly && mood === 'sad'), 'who is sad is not loud');
const greet: Command<typeof greetOptions> = {
  words: ['greet', 'person'],
  summary: 'Greets somebody.',
  options: greetOptions,
  positionals: ['name', 'times'],
  examples: ['formwork greet person ada'],
  run: async (options, { root, progress }) => {
    progress('Thinking.');
    return { exitCode: 0, data: { root, options }, text: ({ color }) => `Hello ${options.name}${color ? ' in colour' : ''}.\n` };
  },
};

const wrong = finding({ code: 'a/wrong', file: 'x.ts', message: 'Wrong.', fix: 'Right it.' });
const commands: Record<string, Command> = {
  fail: planted(['fail'], 'Fails.', async () => reportOutcome(report({ gate: 'fail', inspected: { files: 1 }, durationMs: 5, findings: [wrong] }))),
  'greet-person': greet,
  'greet-world': planted(['greet', 'world'], 'Greets all.', () => Promise.reject(new Interrupted('SIGTERM'))),
  refuse: planted(['refuse'], 'Refuses.', () =>
    Promise.reject(new FormworkError({ code: 'a/refused', message: 'No.', fix: 'Ask again.', file: 'x.ts', line: 2, column: 3 })),
  ),
  trip: planted(['trip'], 'Has a fault.', () => Promise.reject(new TypeError('x is not a function'))),
  'trip-late': planted(['trip', 'late'], 'Has a fault when it is shown.', async () => ({
    exitCode: 0,
    data: {},
    text: () => {
      throw 'no error at all';
    },
  })),
  pick: {
    ...planted(['pick'], 'Picks a command.', () => Promise.reject(new Error('never run'))),
    narrow: async ([word]) => (word === 'fail' ? planted(['pick', 'fail'], 'Fails when picked.', async () => ({ exitCode: 1, data: 'picked', text: () => 'Picked.\n' })) : null),
  },
};

const registry: Registry = {
  names: Object.keys(commands),
  load: async (name) => commands[name] ?? Promise.reject(new Error(`${name} is not planted.`)),
};

async function type(line: string, given: Parameters<typeof fakeMachine>[0] = {}): Promise<{ exitCode: number; stdout: string; stderr: string; machine: FakeMachine }> {
  const machine = fakeMachine({ files: { 'pnpm-workspace.yaml': '' }, ...given });
  const exitCode = await main(line === '' ? [] : line.split(' '), machine, registry);
  return { exitCode, ...machine.printed(), machine };
}

type Said = {
  readonly gate: string;
  readonly status: string;
  readonly findings: readonly Finding[];
  readonly root: string | undefined;
  readonly missing: unknown;
  readonly example: unknown;
  readonly problems: unknown;
  readonly required: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
};

function parsed(stdout: string): Said {
  return JSON.parse(stdout);
}

/** The exit code, and what is on stdout as JSON. */
async function json(line: string): Promise<Said & { readonly exitCode: number }> {
  const { exitCode, stdout } = await type(line);
  return { ...parsed(stdout), exitCode };
}

function codeAndMessage({ code, message }: Finding): string {
  return `${code} ${message}`;
}

test('JSON goes to stdout and words to stderr; a terminal gets the words alone', async () => {
  const options = { name: 'ada', loudly: true, times: ['once'], kindly: true, mood: 'glad' };
  const data = `${JSON.stringify({ root: '/repo', options }, null, 2)}\n`;
  const rows = [
    ['greet person ada --loudly', {}, data, 'Thinking.\nHello ada.\n'],
    ['greet person ada --loudly', { terminal: true }, 'Hello ada in colour.\n', 'Thinking.\n'],
    ['greet person ada --loudly', { terminal: true, env: { NO_COLOR: '1' } }, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly', { terminal: true, env: { TERM: 'dumb' } }, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly --format text', {}, 'Hello ada.\n', 'Thinking.\n'],
    ['greet person ada --loudly --json', { terminal: true }, data, 'Thinking.\nHello ada in colour.\n'],
  ] as const;
  for (const [line, given, stdout, stderr] of rows) {
    const printed = await type(line, given);
    deepEqual([printed.exitCode, printed.stdout, printed.stderr], [0, stdout, stderr]);
  }
});

test('a report that fails exits 1', async () => {
  const { exitCode, stdout, stderr } = await type('fail');
  deepEqual([exitCode, parsed(stdout).status], [1, 'fail']);
  equal(stderr, 'x.ts:1:1  error  a/wrong\n  Wrong.\n  fix: Right it.\n\n✖ fail failed · 1 error · 1 files · 5 ms\n');
});

test('an expected error is a report of status error, and exits 2', async () => {
  deepEqual(await json('refuse'), {
    exitCode: 2,
    schema: 'formwork/report@1',
    gate: 'refuse',
    status: 'error',
    base: null,
    inspected: {},
    durationMs: 0,
    note: null,
    findings: [finding({ code: 'a/refused', file: 'x.ts', line: 2, column: 3, message: 'No.', fix: 'Ask again.' })],
  });
});

test('any other error keeps its stack on stderr, and stdout still is one report', async () => {
  for (const [line, gate, stack, message] of [
    ['trip', 'trip', /TypeError: x is not a function\n {4}at .*main\.test\.ts/, 'Formwork itself failed: x is not a function'],
    ['trip late', 'trip:late', /^no error at all\n/, 'Formwork itself failed: no error at all'],
  ] as const) {
    const { exitCode, stdout, stderr } = await type(line);
    const said = parsed(stdout);
    match(stderr, stack);
    deepEqual([exitCode, said.gate, said.status, said.findings.map(codeAndMessage)], [2, gate, 'error', [`internal/error ${message}`]]);
  }
});

test('an interruption passes through', () => rejects(type('greet world'), { name: 'Interrupted', signal: 'SIGTERM' }));

test('a run that was cut off is dealt with before the command looks at the tree', async () => {
  const { exitCode, machine } = await type('greet person ada', { files: { 'pnpm-workspace.yaml': '', '.formwork/journal': 'torn' } });
  const { findings } = parsed(machine.printed().stdout);
  deepEqual([exitCode, findings.map(({ code, file }) => `${code} ${file}`)], [2, ['run/unreadable .formwork/journal']]);
});

test('next words may choose the command', async () => {
  deepEqual([(await json('pick fail --json')).exitCode, (await type('pick fail')).stderr], [1, 'Picked.\n']);
  match((await type('pick fail --help')).stdout, /^Fails when picked\.\n\nUsage: formwork pick fail \[options\]\n/);
  match((await type('pick')).stdout, /never run/);
});

test('everything that is missing is said at once, for people and for programs', async () => {
  const { exitCode, missing, example, findings } = await json('greet person --loudly');
  deepEqual(
    { exitCode, missing, example, findings },
    {
      exitCode: 2,
      missing: [{ option: 'name', flag: '--name', kind: 'text', values: null, description: 'Whom to greet.' }],
      example: 'formwork greet person ada',
      findings: [
        finding({ code: 'cli/missing-option', file: '.', message: 'formwork greet person needs --name.', fix: 'For example: formwork greet person ada' }),
      ],
    },
  );
});

test('a value that the schema refuses is named with its flag', async () => {
  const rows = [
    ['greet person ADA', { flag: '--name', message: 'letters only', values: null, description: 'Whom to greet.' }, 'cli/bad-value --name: letters only'],
    [
      'greet person ada --loudly --mood sad',
      { flag: null, message: 'who is sad is not loud', values: null, description: null },
      'cli/bad-value who is sad is not loud',
    ],
  ] as const;
  for (const [line, problem, message] of rows) {
    const { exitCode, problems, findings } = await json(line);
    deepEqual([exitCode, problems, findings.map(codeAndMessage)], [2, [problem], [message]]);
  }
});

test('unknown commands and formats, and half of a command, exit 2', async () => {
  const rows = [
    ['gret person', 'cli/unknown-command'],
    ['greet-person ada', 'cli/unknown-command'],
    ['greet', 'cli/incomplete-command'],
    ['greet person ada --nmae', 'cli/unknown-flag'],
    ['fail --format xml', 'cli/bad-value'],
  ] as const;
  for (const [line, code] of rows) {
    const { exitCode, status, findings } = await json(line);
    deepEqual([line, exitCode, status, findings.map((found) => found.code)], [line, 2, 'error', [code]]);
  }
});

test('the version is that of the package', async () => {
  const { exitCode, stdout } = await type('--version');
  deepEqual([exitCode, /^\d+\.\d+\.\d+\n$/.test(stdout)], [0, true]);
});

const globalHelp = `Options of every command
  --format <text|json>  How the outcome is printed on stdout. Default: text on a terminal, json elsewhere, with the words on stderr.
  --json                The same as --format json.
  --root <dir>          The repository. Default: the one around the current folder.
  -h, --help            Show what a command does and takes; with --json, the JSON Schema of its options.
  --version             Print the version.
`;

test('help lists all commands, those of one word together', async () => {
  const help = `Usage: formwork <command> [options]

  fail                  Fails.
  refuse                Refuses.
  pick                  Picks a command.

  greet person          Greets somebody.
  greet world           Greets all.

  trip                  Has a fault.
  trip late             Has a fault when it is shown.

${globalHelp}
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
  match((await type('greet --help')).stdout, /^Usage: formwork <command> \[options\]\n\n {2}greet person .*\n {2}greet world .*\n\nOptions of/);
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
  --name <text>         Whom to greet. Required.
  --loudly              In capitals.
  --times <a,b>         How often. Default: once.
  --[no-]kindly         With a bow.
  --mood <glad|sad>     How. Default: glad.

${globalHelp}
Examples
  formwork greet person ada
`,
  );
  match((await type('fail --help')).stdout, /^Fails\.\n\nUsage: formwork fail \[options\]\n\nOptions of every command\n/);
});

test('help of a command as JSON is the JSON Schema of its options', async () => {
  const { exitCode, required, properties } = await json('greet person --help --json');
  deepEqual([exitCode, required, properties['mood']], [0, ['name'], { default: 'glad', description: 'How.', type: 'string', enum: ['glad', 'sad'] }]);
});

test('the root is the nearest folder above that is one, or the one that is named', async () => {
  const files = { '/a/pnpm-workspace.yaml': '', '/a/b/c/file': '', '/d/formwork.json': '{}', '/d/e/file': '' };
  const rootOf = async (line: string, folder: string) => {
    const { root, findings } = parsed((await type(line, { files, folder })).stdout);
    return root ?? findings.map(codeAndMessage);
  };
  deepEqual(
    [
      await rootOf('greet person ada', '/a/b/c'),
      await rootOf('greet person ada --root ../../../d', '/a/b/c'),
      await rootOf('greet person ada --root b', '/a'),
      await rootOf('greet person ada', '/elsewhere'),
    ],
    [
      '/a',
      '/d',
      ['workspace/no-root /a/b is no root of a workspace: there is no formwork.json or pnpm-workspace.yaml.'],
      ['workspace/no-root /elsewhere is no root of a workspace, nor does it lie in one: there is no formwork.json or pnpm-workspace.yaml.'],
    ],
  );
});
