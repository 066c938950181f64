import { UsageError } from './usage-error.ts';

export type Globals = {
  /** Null where it was not asked: then stdout decides. */
  readonly format: string | null;
  readonly help: boolean;
  readonly version: boolean;
  readonly root: string | null;
};

/** What every command knows, for the help. */
export const globalFlags = [
  ['--format <text|json>', 'How the outcome is printed on stdout; text on a terminal and json elsewhere.'],
  ['--json', 'The same as --format json.'],
  ['--root <dir>', 'The repository, where it is not the one around the current folder.'],
  ['-h, --help', 'Says what a command does and takes; with --json, as JSON Schema.'],
  ['--version', 'Prints the version.'],
] as const;

/**
 * Takes the flags that every command knows out of a command line, wherever they stand before a `--`.
 * A `--` before the command's own flags and values is what pnpm passes on, and is dropped; `isCommand` tells whether words are a command.
 * Throws `cli/bad-value`.
 */
export function takeGlobals(
  words: readonly string[],
  isCommand: (words: readonly string[]) => boolean,
): { readonly globals: Globals; readonly rest: readonly string[] } {
  const globals: { -readonly [Key in keyof Globals]: Globals[Key] } = { format: null, help: false, version: false, root: null };
  const rest: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [flag, inline] = split(word);
    const value = (): string => inline ?? left.shift() ?? missing(flag);
    if (word === '--' && (rest.length === 0 || isCommand(rest))) continue;
    else if (word === '--') rest.push(word, ...left.splice(0));
    else if (word === '--json') globals.format = 'json';
    else if (flag === '--format') globals.format = value();
    else if (flag === '--root') globals.root = value();
    else if (word === '--help' || word === '-h') globals.help = true;
    else if (word === '--version') globals.version = true;
    else rest.push(word);
  }
  return { globals, rest };
}

function split(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function missing(flag: string): never {
  throw new UsageError({ code: 'cli/bad-value', message: `${flag} has no value.`, fix: `Write ${flag}=<value>.` });
}
