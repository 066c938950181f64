import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Machine } from './machine.ts';
import { nodeFiles } from './node-files.ts';
import { isRunning } from './node-is-running.ts';
import { nodeProcesses } from './node-processes.ts';

/** The machine that the command runs on, and the way to stop what it started. */
export type NodeMachine = Machine & {
  /**
   * Passes a signal on to every program that runs now; each such `run` then rejects with `Interrupted` when its program has ended.
   * Returns how many there were.
   */
  readonly interrupt: (signal: NodeJS.Signals) => number;
};

/** The real machine: this process's folder, environment, disk, programs, clock and streams. */
export function nodeMachine(): NodeMachine {
  const { run, interrupt } = nodeProcesses();
  return {
    folder: process.cwd(),
    env: process.env,
    files: nodeFiles,
    run,
    interrupt,
    now: Date.now,
    processId: process.pid,
    isRunning,
    wait: async (milliseconds) => void (await setTimeout(milliseconds)),
    stdout: {
      isTerminal: process.stdout.isTTY === true,
      columns: process.stdout.columns,
      write: (text) => void process.stdout.write(text),
    },
    stderr: { isTerminal: process.stderr.isTTY === true, write: (text) => void process.stderr.write(text) },
    stdin: {
      isTerminal: process.stdin.isTTY === true,
      ask: async (question) => (await import('./node-question.ts')).ask(question, process.stdin, process.stderr),
      read: async () => text(process.stdin),
    },
  };
}
