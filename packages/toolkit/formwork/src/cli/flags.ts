import type { Command } from './command.ts';
import type { Option, Options } from './options.ts';

/** One option of a command as it is typed. */
export type Flag = {
  /** The option's key, `useCases`. */
  readonly key: string;
  /** As typed, `--use-cases`. */
  readonly name: `--${string}`;
  readonly kind: Option['kind'];
  /** Whether it names files: then a list is not parted at commas, and takes the words that follow, as a shell's pattern leaves them. */
  readonly isPath: boolean;
  /** The only values that fit; null where any does. */
  readonly values: readonly string[] | null;
  /** What a number is at least, and whether it is whole; null where it is no number. */
  readonly range: { readonly least: number; readonly isWhole: boolean } | null;
  readonly description: string;
  /** Undefined where there is none. */
  readonly defaultValue: unknown;
  readonly required: boolean;
};

/** The flags of a command; the option that takes what stands behind a `--` is named as it is typed, `-- <command>…`. */
export function flagsOfCommand({ options, passesOn }: Pick<Command, 'options' | 'passesOn'>): readonly Flag[] {
  return flagsOf(options).map((flag) => (flag.key === passesOn ? { ...flag, name: `-- <${flag.key}>…` } : flag));
}

/** Options as flags, in their order. */
export function flagsOf(options: Options): readonly Flag[] {
  return Object.entries(options).map(([key, option]) => ({
    key,
    name: `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    kind: option.kind,
    isPath: 'isPath' in option,
    values: option.kind === 'text' ? (option.values ?? null) : null,
    range: option.kind === 'number' ? { least: option.least, isWhole: option.isWhole === true } : null,
    description: option.about,
    defaultValue: option.default,
    required: isRequired(option),
  }));
}

/** Whether a command cannot do without it. */
export function isRequired({ default: fallback, optional }: Option): boolean {
  return fallback === undefined && optional !== true;
}
