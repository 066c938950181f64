import { didYouMean, nearest } from '../report/nearest.ts';
import { globalNames } from './globals.ts';
import { UsageError } from './usage-error.ts';

/** What the words of a command line lead to: one command, or several of which the words name only the beginning. */
export type Found = { readonly name: string } | { readonly names: readonly string[] };

/**
 * The command that the most of the leading words name; without words, all of them. `names` are words joined by `-`, as the folders are.
 * Throws `cli/unknown-command`, and `cli/unknown-flag` for a flag before the command.
 */
export function findCommand(words: readonly string[], names: readonly string[]): Found {
  const typed = bareWords(words);
  const [first = ''] = words;
  if (first.startsWith('-')) throw flagFirst(first);
  const name = commandNamed(words, names);
  if (name !== null) return { name };
  const begun = names.filter((name) => typed.every((word) => name.startsWith(`${word}-`)));
  if (typed.length > 1 || begun.length === 0) throw unknownCommand(words, names);
  return { names: begun };
}

/** The name of the command that the most of the leading words name; null where they name none. */
export function commandNamed(words: readonly string[], names: readonly string[]): string | null {
  const typed = bareWords(words);
  const tried = typed.map((_, index) => typed.slice(0, typed.length - index).join('-'));
  return tried.find((name) => names.includes(name)) ?? null;
}

/** The error for words that name no command, with the one that was most likely meant. */
export function unknownCommand(words: readonly string[], names: readonly string[]): UsageError {
  const typed = bareWords(words);
  const commands = names.map((name) => name.replaceAll('-', ' '));
  const meant = nearest((command) => typed.slice(0, command.split(' ').length).join(' '), commands);
  return new UsageError({
    code: 'cli/unknown-command',
    message: `There is no command '${typed.join(' ')}'.`,
    fix: `${meant === null ? '' : `Did you mean formwork ${meant}? `}formwork --help lists all commands.`,
    details: { commands },
  });
}

/** The error for words that only begin a command: nothing was run, so it is no success. */
export function incompleteCommand(words: readonly string[], names: readonly string[]): UsageError {
  const typed = bareWords(words).join(' ');
  const commands = names.map((name) => name.replaceAll('-', ' '));
  return new UsageError({
    code: 'cli/incomplete-command',
    message: `'${typed}' is the beginning of several commands.`,
    fix: `Type one of: ${commands.map((command) => `formwork ${command}`).join(', ')}; formwork ${typed} --help says what they do.`,
    details: { commands },
  });
}

function flagFirst(flag: string): UsageError {
  return new UsageError({
    code: 'cli/unknown-flag',
    message: `There is no flag ${flag} before a command.`,
    fix: `${didYouMean(flag, globalNames)}Type the command first: formwork <command> [options].`,
  });
}

/** The words before the first flag. */
function bareWords(words: readonly string[]): readonly string[] {
  const flagAt = words.findIndex((word) => word.startsWith('-'));
  return words.slice(0, flagAt === -1 ? words.length : flagAt);
}
