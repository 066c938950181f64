import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { flagsOfCommand } from './flags.ts';
import { UsageError } from './usage-error.ts';

/**
 * A command's options from the words behind its name, checked by its schema; `passedOn` are those that it hands to a program.
 * Throws `cli/unknown-flag`, `cli/unexpected-word`, `cli/bad-value`, and `cli/missing-option` for all that are missing at once.
 */
export function readOptions(command: Command, words: readonly string[], passedOn: readonly string[] = []): Record<string, unknown> {
  const { words: name, options, positionals, examples, passesOn } = command;
  const flags = flagsOfCommand(command);
  const typed = flags.filter(({ key }) => key !== passesOn);
  const said = {
    ...parseArguments(words, typed, positionals),
    ...(passesOn === undefined || passedOn.length === 0 ? {} : { [passesOn]: passedOn }),
  };
  const example = examples[0];
  const fix = `For example: ${example}`;

  const missing = flags.filter(({ key, required }) => required && said[key] === undefined);
  if (missing.length > 0) {
    throw new UsageError({
      code: 'cli/missing-option',
      message: `formwork ${name.join(' ')} needs ${missing.map((flag) => flag.name).join(' and ')}.`,
      fix,
      details: {
        missing: missing.map(({ key, name: flag, kind, values, description }) => ({ option: key, flag, kind, values, description })),
        example,
      },
    });
  }

  const checked = options.safeParse(said);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path: [key], message }) => {
    const flag = flags.find((known) => known.key === key);
    return { flag: flag?.name ?? null, message, values: flag?.values ?? null, description: flag?.description ?? null };
  });
  throw new UsageError({
    code: 'cli/bad-value',
    message: problems.map(({ flag, message }) => (flag === null ? message : `${flag}: ${message}`)).join('; '),
    fix,
    details: { problems, example },
  });
}
