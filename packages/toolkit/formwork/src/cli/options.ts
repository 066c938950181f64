/**
 * One option of a command, as plain data: a schema library takes longer to load than many commands take to run. Without a `default` it is
 * required, unless it is `optional`.
 */
export type Option = TextOption | SwitchOption | NumberOption | ListOption;

type Common = {
  /** The help, a sentence. */
  readonly about: string;
  readonly optional?: true;
};

type TextOption = Common & {
  readonly kind: 'text';
  readonly default?: string | null;
  /** It names a file. */
  readonly isPath?: true;
  /** The only values that fit. */
  readonly values?: readonly string[];
};

type SwitchOption = Common & { readonly kind: 'switch'; readonly default?: boolean };

type NumberOption = Common & { readonly kind: 'number'; readonly default?: number; readonly least: number; readonly isWhole?: true };

type ListOption = Common & {
  readonly kind: 'list';
  readonly default?: readonly string[];
  /** Each names a file. */
  readonly isPath?: true;
};

/** The options of a command, by key, in the order of the help. */
export type Options = Readonly<Record<string, Option>>;

/** What a command gets: each option as it was said, or its default. A list that is required holds something. */
export type ValuesOf<Asked extends Options> = string extends keyof Asked
  ? Readonly<Record<string, unknown>>
  : { readonly [Key in keyof Asked]: ValueOf<Asked[Key]> | (Asked[Key] extends { readonly optional: true } ? undefined : never) };

type ValueOf<Asked extends Option> = Asked extends TextOption
  ? string | (Asked extends { readonly default: null } ? null : never)
  : Asked extends SwitchOption
    ? boolean
    : Asked extends NumberOption
      ? number
      : Asked extends { readonly default: unknown }
        ? readonly string[]
        : readonly [string, ...string[]];

/** What was said, and the defaults of what was not; what has neither is left out. */
export function withDefaults<Asked extends Options>(options: Asked, said: Readonly<Partial<ValuesOf<Asked>>>): ValuesOf<Asked> {
  const values = Object.entries(options).map(([key, option]) => [key, said[key] ?? option.default]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
