import { ok } from 'node:assert/strict';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';
import { finding, type Finding } from '../../report/finding.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import { Interrupted } from '../../report/interrupted.ts';
import { report } from '../../report/report.ts';
import type { Command } from '../command.ts';
import { main } from '../main.ts';
import type { Options } from '../options.ts';
import type { Registry } from '../registry.ts';
import { reportOutcome } from '../report-outcome.ts';

function planted(words: readonly [string, ...string[]], summary: string, run: Command['run']): Command {
  return { words, summary, options: {}, positionals: [], examples: [`formwork ${words.join(' ')}`], run };
}

const greetOptions = {
  name: { kind: 'text', about: 'Whom to greet.' },
  loudly: { kind: 'switch', default: false, about: 'In capitals.' },
  times: { kind: 'list', default: ['once'], about: 'How often.' },
  kindly: { kind: 'switch', default: true, about: 'With a bow.' },
  mood: { kind: 'text', values: ['glad', 'sad'], default: 'glad', about: 'How.' },
} satisfies Options;
const greet = {
  words: ['greet', 'person'],
  summary: 'Greets somebody.',
  options: greetOptions,
  positionals: ['name', 'times'],
  examples: ['formwork greet person ada'],
  run: async (options, { root, progress }) => {
    progress('Thinking.');
    return { exitCode: 0, data: { root, options }, text: ({ color }) => `Hello ${options.name}${color ? ' in colour' : ''}.\n` };
  },
} satisfies Command<typeof greetOptions>;

const wrapOptions = {
  quietly: { kind: 'switch', default: false, about: 'Without a word.' },
  command: { kind: 'list', about: 'What to run, with its words.' },
} satisfies Options;
const wrap = {
  words: ['wrap'],
  summary: 'Runs a program.',
  options: wrapOptions,
  positionals: [],
  examples: ['formwork wrap -- true'],
  passesOn: 'command',
  run: async ({ quietly, command }, { root }) => {
    if (command[0] === 'nothing') throw new FormworkError({ code: 'a/nothing', message: 'It is not there.', fix: 'Install it.' });
    return { exitCode: 7, data: null, text: () => (quietly ? '' : `${root} ${command.join(' ')}\n`) };
  },
} satisfies Command<typeof wrapOptions>;

const wrong = finding({ code: 'a/wrong', file: 'x.ts', message: 'Wrong.', fix: 'Right it.' });
const commands: Record<string, Command> = {
  fail: {
    ...planted(['fail'], 'Fails.', async () =>
      reportOutcome(report({ gate: 'fail', inspected: { files: 1 }, durationMs: 5, findings: [wrong] })),
    ),
    reports: true,
  },
  'greet-person': greet,
  'greet-world': planted(['greet', 'world'], 'Greets all.', () => Promise.reject(new Interrupted('SIGTERM'))),
  refuse: planted(['refuse'], 'Refuses.', () =>
    Promise.reject(new FormworkError({ code: 'a/refused', message: 'No.', fix: 'Ask again.', file: 'x.ts', line: 2, column: 3 })),
  ),
  undo: { ...planted(['undo'], 'Undoes.', async () => ({ exitCode: 0, data: {}, text: () => 'Undone.\n' })), recovers: true },
  trip: planted(['trip'], 'Has a fault.', () => Promise.reject(new TypeError('x is not a function'))),
  'trip-late': planted(['trip', 'late'], 'Has a fault when it is shown.', async () => ({
    exitCode: 0,
    data: {},
    text: () => {
      throw 'no error at all';
    },
  })),
  wrap,
  pick: {
    ...planted(['pick'], 'Picks a command.', () => Promise.reject(new Error('never run'))),
    narrow: async ([word]) =>
      word === 'fail'
        ? planted(['pick', 'fail'], 'Fails when picked.', async () => ({ exitCode: 1, data: 'picked', text: () => 'Picked.\n' }))
        : null,
  },
};

/** Commands to type: they pass, fail, refuse, trip, are interrupted, and choose others. */
const registry: Registry = {
  names: Object.keys(commands),
  load: async (name) => {
    const command = commands[name];
    ok(command);
    return command;
  },
};

/** Types a line behind `formwork` in a repository, and returns what came of it. */
export async function type(
  line: string,
  given: Parameters<typeof fakeMachine>[0] = {},
): Promise<{ exitCode: number; stdout: string; stderr: string; machine: FakeMachine }> {
  const machine = fakeMachine({ files: { 'pnpm-workspace.yaml': '' }, ...given });
  const exitCode = await main(line === '' ? [] : line.split(' '), machine, registry);
  return { exitCode, ...machine.printed(), machine };
}

export type Said = {
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

export function parsed(stdout: string): Said {
  return JSON.parse(stdout);
}

/** The exit code, and what is on stdout as JSON. */
export async function json(line: string): Promise<Said & { readonly exitCode: number }> {
  const { exitCode, stdout } = await type(line);
  return { ...parsed(stdout), exitCode };
}
