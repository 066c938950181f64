import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { flagsOfCommand } from './flags.ts';
import { withDefaults } from './options.ts';
import { UsageError } from './usage-error.ts';

/**
 * A command's options from the words behind its name; `passedOn` are those that it hands to a program.
 * Throws `cli/unknown-flag`, `cli/unexpected-word`, `cli/bad-value`, and `cli/missing-option` for all that are missing at once.
 */
export function readOptions(command: Command, words: readonly string[], passedOn: readonly string[] = []): Readonly<Record<string, unknown>> {
  const { words: name, options, positionals, examples, passesOn } = command;
  const flags = flagsOfCommand(command);
  const typed = flags.filter(({ key }) => key !== passesOn);
  const said = {
    ...parseArguments(words, typed, positionals),
    ...(passesOn === undefined || passedOn.length === 0 ? {} : { [passesOn]: passedOn }),
  };
  const missing = flags.filter(({ key, required }) => required && (said[key] === undefined || isEmptyList(said[key])));
  if (missing.length === 0) return withDefaults(options, said);
  const example = examples[0];
  throw new UsageError({
    code: 'cli/missing-option',
    message: `formwork ${name.join(' ')} needs ${missing.map((flag) => flag.name).join(' and ')}.`,
    fix: `For example: ${example}`,
    details: {
      missing: missing.map(({ key, name: flag, kind, values, description }) => ({ option: key, flag, kind, values, description })),
      example,
    },
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
