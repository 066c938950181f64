import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { FormworkError } from './formwork-error.ts';
import { Interrupted } from './interrupted.ts';
import type { RunProcess } from './machine.ts';

/**
 * Runs programs, and passes signals on to those that run.
 * `run` rejects with `process/not-started` where the program cannot be started, and with `Interrupted` where `interrupt` stopped it.
 * A program that a signal ended has the exit code that a shell would give it: 128 and the signal's number.
 */
export function nodeProcesses(): { readonly run: RunProcess; readonly interrupt: (signal: NodeJS.Signals) => number } {
  const running = new Set<ChildProcess>();
  let interruptedBy: NodeJS.Signals | null = null;

  const run: RunProcess = ([program, ...words], { folder, input, env = {}, output = 'gather' }) =>
    new Promise((resolve, reject) => {
      const shown = output === 'inherit-to-stderr' ? process.stderr.fd : 'pipe';
      const stdin = input === undefined ? 'ignore' : 'pipe';
      const child = spawn(program, words, {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: output === 'inherit' ? 'inherit' : [stdin, shown, shown],
      });
      const stdout: string[] = [];
      const stderr: string[] = [];
      child.stdout?.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
      // A program may end without having read its input.
      child.stdin?.on('error', () => {}).end(input);
      running.add(child);
      child.on('error', (error) => {
        running.delete(child);
        reject(notStarted(program, folder, error));
      });
      child.on('close', (code, signal) => {
        running.delete(child);
        if (interruptedBy !== null) reject(new Interrupted(interruptedBy));
        else
          resolve({
            exitCode: signal === null ? Number(code) : 128 + constants.signals[signal],
            stdout: stdout.join(''),
            stderr: stderr.join(''),
          });
      });
    });

  const interrupt = (signal: NodeJS.Signals): number => {
    interruptedBy = signal;
    for (const child of running) child.kill(signal);
    return running.size;
  };

  return { run, interrupt };
}

function notStarted(program: string, folder: string, error: Error): FormworkError {
  return new FormworkError({
    code: 'process/not-started',
    message: `${program} could not be started in ${folder} (${error.message}).`,
    fix: `Install ${program} so that it is on PATH, then run this again.`,
    cause: error,
  });
}
