import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { flagsOf } from './flags.ts';
import { UsageError } from './usage-error.ts';

/**
 * A command's options from the words behind its name, checked by its schema.
 * Throws `cli/unknown-flag`, `cli/unexpected-word`, `cli/bad-value` and `cli/missing-option`.
 */
export function readOptions(command: Command, words: readonly string[]): Record<string, unknown> {
  const flags = flagsOf(command.options);
  const said = parseArguments(words, flags, command.positionals);
  const missing = flags.filter(({ key, required }) => required && said[key] === undefined);
  if (missing.length > 0) {
    throw new UsageError({
      code: 'cli/missing-option',
      message: `formwork ${command.words.join(' ')} needs ${missing.map(({ name }) => name).join(' and ')}.`,
      fix: `For example: ${command.examples[0]}`,
      details: {
        missing: missing.map(({ key, name, kind, values, description }) => ({ option: key, flag: name, kind, values, description })),
        example: command.examples[0],
      },
    });
  }
  const checked = command.options.safeParse(said);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => {
    const flag = flags.find(({ key }) => key === path[0]);
    return { flag: flag?.name ?? null, message, description: flag?.description ?? '' };
  });
  throw new UsageError({
    code: 'cli/bad-value',
    message: problems.map(({ flag, message }) => (flag === null ? message : `${flag}: ${message}`)).join('; '),
    fix: `For example: ${command.examples[0]}`,
    details: { problems },
  });
}
