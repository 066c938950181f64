import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import { finding } from '../report/finding.ts';
import { Interrupted } from '../report/interrupted.ts';
import type { Machine } from '../report/machine.ts';
import { didYouMean } from '../report/nearest.ts';
import { report } from '../report/report.ts';
import type { Command, Outcome } from './command.ts';
import { findRoot } from './find-root.ts';
import { takeGlobals, type Globals } from './globals.ts';
import { printOutcome } from './print-outcome.ts';
import type { Registry } from './registry.ts';
import { reportOutcome } from './report-outcome.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command line and prints its outcome; returns the exit code.
 * Rejects with `Interrupted` alone; every other error is printed as a report of status `error`.
 */
export async function main(words: readonly string[], machine: Machine, registry: Registry): Promise<0 | 1 | 2> {
  const startedAt = machine.now();
  const call: { gate: string; format: string | null } = { gate: 'formwork', format: null };
  try {
    const { globals, rest } = takeGlobals(words, (typed) => registry.names.includes(typed.join('-')));
    call.format = globals.format;
    const name = longestCommand(rest, registry.names);
    if (globals.version) return await printVersion(machine);
    if (name === null || globals.help) return await help(rest, name, globals, machine, registry);
    const command = await loadNarrowed(name, rest, machine, registry);
    call.gate = command.words.join(':');
    const { readOptions } = await import('./read-options.ts');
    const options = readOptions(command, rest.slice(command.words.length));
    const root = findRoot(machine, globals.root);
    await recoverIfInterrupted(machine, root);
    const outcome = await command.run(options, { machine, root, progress: (line) => machine.stderr.write(`${line}\n`) });
    return printOutcome(outcome, call.format, machine);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return printOutcome(errorOutcome(error, call.gate, machine.now() - startedAt, machine), call.format, machine);
  }
}

function longestCommand(words: readonly string[], names: readonly string[]): string | null {
  const flagAt = words.findIndex((word) => word.startsWith('-'));
  const bare = words.slice(0, flagAt === -1 ? words.length : flagAt);
  for (let count = bare.length; count > 0; count--) {
    const name = bare.slice(0, count).join('-');
    if (names.includes(name)) return name;
  }
  return null;
}

async function loadNarrowed(name: string, words: readonly string[], machine: Machine, registry: Registry): Promise<Command> {
  const command = await registry.load(name);
  return (await command.narrow?.(words.slice(command.words.length), machine)) ?? command;
}

async function printVersion(machine: Machine): Promise<0> {
  const { version } = await import('./version.ts');
  machine.stdout.write(`${version}\n`);
  return 0;
}

async function help(rest: readonly string[], name: string | null, globals: Globals, machine: Machine, registry: Registry): Promise<0 | 2> {
  const { renderCommandHelp, renderCommandList } = await import('./help.ts');
  if (name !== null) {
    const { text, data } = renderCommandHelp(await loadNarrowed(name, rest, machine, registry));
    machine.stdout.write(globals.format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text);
    return 0;
  }
  const [first] = rest;
  const group = registry.names.filter((known) => first !== undefined && known.startsWith(`${first}-`));
  if (first !== undefined && group.length === 0) throw unknownCommand(rest, registry.names);
  const commands = await Promise.all((first === undefined ? registry.names : group).map(registry.load));
  const { text, data } = renderCommandList(commands);
  machine.stdout.write(globals.format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text);
  return first === undefined || globals.help ? 0 : 2;
}

function unknownCommand(words: readonly string[], names: readonly string[]): UsageError {
  const typed = words.filter((word) => !word.startsWith('-'));
  const commands = names.map((name) => name.replaceAll('-', ' '));
  return new UsageError({
    code: 'cli/unknown-command',
    message: `There is no command '${typed.join(' ')}'.`,
    fix: `${didYouMean(typed.join(' '), commands, (it) => `formwork ${it}`)}formwork --help lists all commands.`,
    details: { commands },
  });
}

async function recoverIfInterrupted(machine: Machine, root: string): Promise<void> {
  if (machine.files.kind(join(root, '.formwork/journal')) === null) return;
  const { recover } = await import('../edits/recover.ts');
  await recover(machine, root);
}

function errorOutcome(error: unknown, gate: string, durationMs: number, machine: Machine): Outcome {
  const shown = error instanceof FormworkError ? error : internalError(error, machine);
  const { code, message, fix, file, line, column } = shown;
  const findings = [finding({ code, message, fix, file, line, column })];
  const outcome = reportOutcome(report({ gate, inspected: {}, durationMs, findings, evidenceMissing: true }));
  return shown instanceof UsageError ? { ...outcome, data: { ...Object(outcome.data), ...shown.details } } : outcome;
}

function internalError(error: unknown, machine: Machine): FormworkError {
  machine.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return new FormworkError({
    code: 'internal/error',
    message: `Formwork itself failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'Please report it with the stack above and the command line.',
    cause: error,
  });
}
