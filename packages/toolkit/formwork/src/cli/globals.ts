import { didYouMean } from '../report/nearest.ts';
import { splitFlag } from './split-flag.ts';
import { UsageError } from './usage-error.ts';

/** How a report can be printed beside the formats that every outcome has. */
const reportFormats = ['markdown', 'github', 'sarif', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** How an outcome can be printed on stdout. */
export const formats = ['text', 'json', ...reportFormats] as const;
export type Format = (typeof formats)[number];

/** Whether a format is for reports alone. */
export function isReportFormat(format: Format | null): format is ReportFormat {
  return reportFormats.some((known) => known === format);
}

export type Globals = {
  /** Null where none was asked for: then stdout decides. */
  readonly format: Format | null;
  readonly help: boolean;
  readonly version: boolean;
  readonly root: string | null;
};

/** The flags of every command, for the help. */
export const globalFlags = [
  {
    flag: '--format <name>',
    about: `How stdout is printed: text, json; a report also as ${reportFormats.join(', ')}. Default: text on a terminal, elsewhere json.`,
  },
  { flag: '--json', about: 'The same as --format json.' },
  { flag: '--root <dir>', about: 'The repository. Default: the one around the current folder.' },
  { flag: '-h, --help', about: 'Show what a command does and takes; with --json, the JSON Schema of its options.' },
  { flag: '--version', about: 'Print the version.' },
] as const;

const switches = ['--json', '--help', '--version'] as const;

/** The names alone, for what was meant by a mistyped one. */
export const globalNames = ['--format', '--json', '--root', '--help', '--version'] as const;

/**
 * Takes the flags of every command out of a command line, wherever they stand; behind a `--` that follows a flag, all words are kept.
 * A `--` before the first flag is what pnpm passes on, and is dropped. `formatSaid` hears of a format as soon as it is read, for errors
 * that follow. Throws `cli/bad-value`.
 */
export function takeGlobals(
  words: readonly string[],
  formatSaid: (format: Format) => void,
): { readonly globals: Globals; readonly rest: readonly string[] } {
  const globals: { -readonly [Key in keyof Globals]: Globals[Key] } = { format: null, help: false, version: false, root: null };
  const rest: string[] = [];
  const left = [...words];
  const takeFormat = (format: Format): void => {
    globals.format = format;
    formatSaid(format);
  };
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const { name, inline } = splitFlag(word);
    const value = (): string => inline ?? (left[0]?.startsWith('-') === true ? '' : (left.shift() ?? ''));
    if (inline !== undefined && switches.some((known) => known === name)) throw takesNoValue(name);
    if (word === '--json') takeFormat('json');
    else if (name === '--format') takeFormat(formatNamed(value()));
    else if (name === '--root') globals.root = folderNamed(value());
    else if (word === '--help' || word === '-h') globals.help = true;
    else if (word === '--version') globals.version = true;
    else if (word !== '--') rest.push(word);
    else if (rest.some((before) => before.startsWith('-'))) rest.push(word, ...left.splice(0));
  }
  return { globals, rest };
}

function formatNamed(text: string): Format {
  const format = formats.find((known) => known === text);
  if (format !== undefined) return format;
  const fix = `${didYouMean(text, formats)}It is one of: ${formats.join(', ')}.`;
  const message = text === '' ? '--format has no value.' : `--format cannot be '${text}'.`;
  throw new UsageError({ code: 'cli/bad-value', message, fix });
}

function takesNoValue(name: string): UsageError {
  return new UsageError({ code: 'cli/bad-value', message: `${name} takes no value.`, fix: `Write ${name}, or leave it out.` });
}

function folderNamed(text: string): string {
  if (text !== '') return text;
  throw new UsageError({ code: 'cli/bad-value', message: '--root has no value.', fix: 'Name a folder: --root <dir>.' });
}
