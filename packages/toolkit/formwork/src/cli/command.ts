import type { Machine } from '../report/machine.ts';
import type { Report } from '../report/report.ts';
import type { Options, ValuesOf } from './options.ts';

/** What a command gives back; `cli` alone prints it. */
export type Outcome = {
  /** 0, 1 or 2; where a program ran before the user's eyes, the program's own. */
  readonly exitCode: number;
  /** What `--format json` prints: a report, a plan, a verdict. */
  readonly data: unknown;
  /** The same for people, ending in a newline; rendered only where it is shown. */
  readonly text: (how: { readonly color: boolean }) => string;
  /** What the formats for reports print, where it is reports that it gives back. */
  readonly reports?: readonly Report[];
};

export type CommandContext = {
  readonly machine: Machine;
  /** The repository's root, absolute. */
  readonly root: string;
  /** Says on stderr what is going on, one line a call, without a newline. */
  readonly progress: (line: string) => void;
};

/** One command of `formwork`. Its folder under `commands/` is its name, with `-` between words. */
export type Command<Asked extends Options = Options> = {
  /** As typed: `['coverage', 'diff']`. */
  readonly words: readonly [string, ...string[]];
  /** One line for the list of commands. */
  readonly summary: string;
  /** Flags, help and their JSON Schema are derived from it. */
  readonly options: Asked;
  /** Which of the options may be typed as bare words, in this order. */
  readonly positionals: readonly (keyof Asked & string)[];
  /** Command lines that work, for the help. */
  readonly examples: readonly string[];
  /**
   * Where the next words tell which options there are (`gen <kind>`): the command that they lead to, or null where they say nothing.
   * Throws `FormworkError` for a word that leads nowhere.
   */
  readonly narrow?: (words: readonly string[], machine: Machine) => Promise<Command | null>;
  /**
   * Set where it runs a program that the user typed: the option that takes what stands behind the first `--`, word for word. While it
   * runs, stdout is the program's; what the command has to say goes to stderr, in words.
   */
  readonly passesOn?: keyof Asked & string;
  /** Set where it runs in any git repository: where there is no workspace, the root is git's toplevel. */
  readonly anywhere?: true;
  /** Set where it takes an interrupted run back by itself, as `undo` has to: that run is the last, and not the one before it. */
  readonly recovers?: true;
  /** Set where it gives back reports; without it, the formats for reports are refused before it begins. */
  readonly reports?: true;
  /**
   * Does it. Throws `FormworkError` for what the user can do something about.
   * A method, so that a command of certain options is a `Command` too; whoever calls it has read them by the command's own.
   */
  run(options: ValuesOf<Asked>, context: CommandContext): Promise<Outcome>;
};
