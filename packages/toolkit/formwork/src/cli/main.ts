import { join } from 'node:path';
import { Interrupted } from '../report/interrupted.ts';
import type { Machine } from '../report/machine.ts';
import type { Command } from './command.ts';
import { findCommand, incompleteCommand, unknownCommand } from './find-command.ts';
import { findRoot } from './find-root.ts';
import { isReportFormat, takeGlobals, type Format } from './globals.ts';
import { noReports, printOutcome, type Asked } from './print-outcome.ts';
import type { Registry } from './registry.ts';
import { splitAtDashes } from './split-at-dashes.ts';

/**
 * Runs one command line, given as its words behind `formwork`, and prints its outcome; resolves to the exit code.
 * Rejects with `Interrupted` alone; every other error is printed as a report of status `error`.
 */
export async function main(words: readonly string[], machine: Machine, registry: Registry): Promise<number> {
  const startedAt = machine.now();
  const call: { -readonly [Key in keyof Asked]: Asked[Key] } & { output: Machine } = { gate: 'formwork', format: null, root: null, output: machine };
  try {
    const formatSaid = (format: Format): void => void (call.format = format);
    const { own, passedOn } = await splitAtDashes(words, registry, formatSaid);
    const { globals, rest } = takeGlobals(own, formatSaid);
    if (globals.version) return await printVersion(machine);
    const found = findCommand(rest, registry.names);
    if ('names' in found) {
      if (rest.length > 0 && !globals.help) throw incompleteCommand(rest, found.names);
      return await listCommands(found.names, call, machine, registry);
    }

    const command = await commandOf(found.name, rest, machine, registry);
    call.gate = command.words.join(':');
    if (globals.help) return await explain(command, call, machine);
    if (command.reports !== true && isReportFormat(call.format)) throw noReports(call.format);
    const { readOptions } = await import('./read-options.ts');
    const { refuseFolders } = await import('./refuse-folders.ts');
    const options = readOptions(command, rest.slice(command.words.length), passedOn);
    refuseFolders(command, options, machine);
    const root = findRoot(machine, globals.root, command);
    call.root = root;
    if (command.recovers !== true) await recoverInterrupted(machine, root);
    const progress = (line: string): void => machine.stderr.write(`${line}\n`);
    if (command.passesOn !== undefined) {
      call.format = 'text';
      call.output = { ...machine, stdout: { ...machine.stdout, ...machine.stderr } };
    }
    return await printOutcome(await command.run(options, { machine, root, progress }), call, call.output);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const { errorOutcome } = await import('./error-outcome.ts');
    return await printOutcome(errorOutcome(error, call.gate, machine.now() - startedAt), call, call.output);
  }
}

async function printVersion(machine: Machine): Promise<0> {
  const { formworkVersion } = await import('../generators/version.ts');
  machine.stdout.write(`${formworkVersion()}\n`);
  return 0;
}

/** Loads a command, and the one that its next words lead to where it is narrowed by them. */
async function commandOf(name: string, words: readonly string[], machine: Machine, registry: Registry): Promise<Command> {
  const command = await registry.load(name);
  // `coverage-diff` is the folder of `coverage diff`, not a way to type it.
  if (command.words.some((word, index) => words[index] !== word)) throw unknownCommand(words, registry.names);
  return (await command.narrow?.(words.slice(command.words.length), machine)) ?? command;
}

async function listCommands(names: readonly string[], asked: Asked, machine: Machine, registry: Registry): Promise<number> {
  const commands = await Promise.all(names.map(registry.load));
  const { commandList } = await import('./help.ts');
  return printOutcome(commandList(commands), { ...asked, format: asked.format ?? 'text' }, machine);
}

async function explain(command: Command, asked: Asked, machine: Machine): Promise<number> {
  const { commandHelp } = await import('./help.ts');
  return printOutcome(commandHelp(command), { ...asked, format: asked.format ?? 'text' }, machine);
}

/** A run that was cut off is taken back, or to its end, before anything looks at the tree. */
async function recoverInterrupted(machine: Machine, root: string): Promise<void> {
  if (machine.files.kind(join(root, '.formwork/journal')) === null) return;
  const { recover } = await import('../edits/recover.ts');
  await recover(machine, root);
}
