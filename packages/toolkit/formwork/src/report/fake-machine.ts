import { resolve } from 'node:path';
import { fakeFiles } from './fake-files.ts';
import { faultyFiles, type BeforeWrite } from './faulty-files.ts';
import type { Finished, Machine, RunProcess } from './machine.ts';

/** A test asked for what it did not give; the test is wrong, or the code does what it should not. */
export class NotGiven extends Error {
  override readonly name = 'NotGiven';
}

export type FakeRun = { readonly argv: readonly string[]; readonly folder: string; readonly input: string | null };

/** A program that a test allows: the words that its command line begins with, and how it ends. */
export type FakeProcess = {
  readonly argv: readonly string[];
  readonly ends?: Partial<Finished> | ((run: FakeRun) => Partial<Finished>);
};

export type FakeMachine = Machine & {
  /** Every file's text, by its path relative to the machine's folder; absolute where it lies outside. */
  readonly tree: () => Readonly<Record<string, string>>;
  readonly modeOf: (path: string) => number | null;
  /** What was printed so far. */
  readonly printed: () => { readonly stdout: string; readonly stderr: string };
  /** Every program that was run, in order. */
  readonly ran: () => readonly FakeRun[];
};

/**
 * A machine made of what a test gives. Paths may be relative to `folder`. `processes` are tried in order, the first that fits is run.
 * Throws `NotGiven` for a program or an answer that was not given; a file that was not given is simply not there.
 */
export function fakeMachine(
  given: {
    readonly files?: Readonly<Record<string, string>>;
    readonly folders?: readonly string[];
    readonly links?: Readonly<Record<string, string>>;
    readonly readOnly?: readonly string[];
    readonly beforeWrite?: BeforeWrite;
    readonly processes?: readonly FakeProcess[];
    readonly answers?: readonly string[];
    readonly terminal?: boolean;
    /** How wide the terminal is. */
    readonly columns?: number;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly folder?: string;
    readonly now?: () => number;
    readonly processId?: number;
    /** Which other processes run; this one does. */
    readonly running?: readonly number[];
    /** What happens while the code waits. */
    readonly wait?: (milliseconds: number) => void;
    /** What is piped in. */
    readonly input?: string;
  } = {},
): FakeMachine {
  const {
    folder = '/repo',
    env = {},
    processes = [],
    terminal = false,
    now = () => 1_800_000_000_000,
    processId = 4711,
    running = [],
    wait,
  } = given;
  const at = (path: string): string => resolve(folder, path);
  const byPlace = <Value>(record: Readonly<Record<string, Value>> = {}): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([path, value]) => [at(path), value]));
  const disk = fakeFiles({
    files: byPlace(given.files),
    folders: [folder, ...(given.folders ?? []).map(at)],
    links: byPlace(given.links),
    readOnly: (given.readOnly ?? []).map(at),
  });
  const answers = [...(given.answers ?? [])];
  const printed = { stdout: '', stderr: '' };
  const ran: FakeRun[] = [];

  const run: RunProcess = async (argv, { folder: where, input = null }) => {
    const asked = { argv, folder: where, input };
    const fitting = processes.find((process) => process.argv.every((word, index) => argv[index] === word));
    if (fitting === undefined) throw new NotGiven(`The test gave no process for: ${argv.join(' ')}`);
    ran.push(asked);
    const ends = typeof fitting.ends === 'function' ? fitting.ends(asked) : fitting.ends;
    return { exitCode: 0, stdout: '', stderr: '', ...ends };
  };

  return {
    folder,
    env,
    files: given.beforeWrite === undefined ? disk : faultyFiles(disk, given.beforeWrite),
    run,
    now,
    processId,
    isRunning: (id) => id === processId || running.includes(id),
    wait: async (milliseconds) => {
      if (wait === undefined) throw new NotGiven(`The test did not say what happens while ${milliseconds} ms go by.`);
      wait(milliseconds);
    },
    stdout: { isTerminal: terminal, columns: given.columns, write: (text) => void (printed.stdout += text) },
    stderr: { isTerminal: terminal, write: (text) => void (printed.stderr += text) },
    stdin: {
      isTerminal: terminal,
      ask: async (question) => {
        const answer = answers.shift();
        if (answer === undefined) throw new NotGiven(`The test gave no answer to: ${question}`);
        return answer;
      },
      read: async () => {
        if (given.input === undefined) throw new NotGiven('The test piped nothing in.');
        return given.input;
      },
    },
    tree: () => Object.fromEntries(Object.entries(disk.texts()).map(([path, text]) => [path.replace(`${folder}/`, ''), text])),
    modeOf: (path) => disk.modeOf(at(path)),
    printed: () => ({ ...printed }),
    ran: () => [...ran],
  };
}
