import { didYouMean } from '../report/nearest.ts';
import type { Flag } from './flags.ts';
import { UsageError } from './usage-error.ts';

/**
 * The options that a command line says, by key, not yet checked by the schema: `--base main`, `--base=main`, `--no-install`,
 * `--use-cases a,b --use-cases c`, and bare words in the order of `positionals`, the last of which takes all that are left when it is a list.
 * Throws `cli/unknown-flag` and `cli/bad-value`.
 */
export function parseArguments(
  words: readonly string[],
  flags: readonly Flag[],
  positionals: readonly string[],
): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = {};
  const bare: string[] = [];
  const left = [...words];
  const put = (flag: Flag, text: string): void => {
    if (flag.kind !== 'list') options[flag.key] = valueOf(flag, text);
    else options[flag.key] = [...listed(options[flag.key]), ...text.split(',').filter((part) => part !== '')];
  };

  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') bare.push(...left.splice(0));
    else if (!word.startsWith('-') || word === '-') bare.push(word);
    else {
      const [name, inline] = split(word);
      const { flag, negated } = flagNamed(name, flags);
      if (flag.kind === 'switch') options[flag.key] = inline === undefined ? !negated : valueOf(flag, inline) !== negated;
      else put(flag, inline ?? left.shift() ?? noValue(flag));
    }
  }

  const places = positionals.flatMap((key) => flags.filter((flag) => flag.key === key));
  for (const [index, text] of bare.entries()) {
    const last = places.at(-1);
    const flag = places[index] ?? (last?.kind === 'list' ? last : tooMany(text, places));
    put(flag, text);
  }
  return options;
}

function split(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function flagNamed(name: string, flags: readonly Flag[]): { readonly flag: Flag; readonly negated: boolean } {
  const known = flags.flatMap((flag) => [
    { typed: flag.name, flag, negated: false },
    ...(flag.kind === 'switch' ? [{ typed: flag.name.replace(/^--/, '--no-'), flag, negated: true }] : []),
  ]);
  const found = known.find(({ typed }) => typed === name);
  if (found !== undefined) return found;
  const all = ['--format', '--json', '--root', '--help', '--version', ...known.map(({ typed }) => typed)];
  throw new UsageError({
    code: 'cli/unknown-flag',
    message: `There is no flag ${name}.`,
    fix: `${didYouMean(name, all)}See --help for the flags of this command.`,
    details: { flags: flags.map((flag) => flag.name) },
  });
}

function valueOf(flag: Flag, text: string): unknown {
  if (flag.kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (flag.kind === 'switch' && (text === 'true' || text === 'false')) return text === 'true';
  if (flag.kind !== 'text') throw badValue(`${flag.name} takes ${flag.kind === 'number' ? 'a number' : 'true or false'}, not '${text}'.`, flag);
  if (flag.values === null || flag.values.includes(text)) return text;
  throw badValue(`${flag.name} cannot be '${text}'.`, flag, didYouMean(text, flag.values));
}

function noValue(flag: Flag): never {
  throw badValue(`${flag.name} has no value.`, flag);
}

function badValue(message: string, flag: Flag, meant = ''): UsageError {
  const fix = flag.values === null ? `Write ${flag.name}=<${flag.kind}>.` : `${meant}It is one of: ${flag.values.join(', ')}.`;
  return new UsageError({ code: 'cli/bad-value', message, fix });
}

function tooMany(text: string, places: readonly Flag[]): never {
  const taken = places.length === 0 ? 'no bare words' : places.map(({ key }) => `<${key}>`).join(' ');
  throw new UsageError({
    code: 'cli/unexpected-word',
    message: `'${text}' is one word too many: the command takes ${taken}.`,
    fix: 'Leave it out, or see --help.',
  });
}
