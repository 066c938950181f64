import { didYouMean } from '../report/nearest.ts';
import type { Flag } from './flags.ts';
import { globalNames } from './globals.ts';
import { splitFlag } from './split-flag.ts';
import { UsageError } from './usage-error.ts';

/** One flag or bare word as it was typed. */
type Said = { readonly flag: Flag; readonly text: string };

/**
 * The options that a command line says, by key, without defaults: `--base main`, `--base=main`, `--no-install`,
 * `--only a,b --only c`, `--lcov a b`, and bare words in the order of `positionals`, the last of which takes all that are left when it is a
 * list.
 * Where a flag is said twice, the last counts; a bare word that says otherwise than the flag of its place is one too many.
 * Throws `cli/unknown-flag`, `cli/unexpected-word` and `cli/bad-value`.
 */
export function parseArguments(
  words: readonly string[],
  flags: readonly Flag[],
  positionals: readonly string[],
): Readonly<Record<string, unknown>> {
  const said: Said[] = [];
  const bare: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') bare.push(...left.splice(0));
    else if (word === '-' || !word.startsWith('-')) bare.push(word);
    else {
      const { name, inline } = splitFlag(word);
      const { flag, negated } = flagNamed(name, flags);
      if (flag.kind === 'switch') said.push({ flag, text: String(truth(flag, inline) !== negated) });
      else {
        said.push({ flag, text: inline ?? nextValue(flag, left) });
        if (inline === undefined && flag.isPath && flag.kind === 'list' && positionals.length === 0) {
          for (const text of takeBareWords(left)) said.push({ flag, text });
        }
      }
    }
  }
  const places = positionals.flatMap((key) => flags.filter((flag) => flag.key === key));
  const placed = bare.map((text, index) => ({ flag: placeFor(index, text, places), text }));
  for (const word of placed) refuseContradiction(word, said);
  const byFlag = [...Map.groupBy([...said, ...placed], ({ flag }) => flag)];
  return Object.fromEntries(
    byFlag.map(([flag, each]) => [
      flag.key,
      valueOf(
        flag,
        each.map(({ text }) => text),
      ),
    ]),
  );
}

function flagNamed(name: string, flags: readonly Flag[]): { readonly flag: Flag; readonly negated: boolean } {
  const known = flags.flatMap((flag) => [
    { typed: flag.name, flag, negated: false },
    ...(flag.kind === 'switch' ? [{ typed: negative(flag), flag, negated: true }] : []),
  ]);
  const found = known.find(({ typed }) => typed === name);
  if (found !== undefined) return found;
  throw new UsageError({
    code: 'cli/unknown-flag',
    message: `There is no flag ${name} here.`,
    fix: `${didYouMean(name, [...known.map(({ typed }) => typed), ...globalNames])}--help lists the flags of this command.`,
    details: { flags: flags.map((flag) => flag.name) },
  });
}

/** `--no-install` of `--install`. */
export function negative({ name }: Flag): string {
  return name.replace('--', '--no-');
}

function truth(flag: Flag, inline: string | undefined): boolean {
  if (inline === undefined || inline === 'true') return true;
  if (inline === 'false') return false;
  throw badValue(flag, `${flag.name} is true or false, not '${inline}'.`, `Write ${flag.name} or ${negative(flag)}.`);
}

function nextValue(flag: Flag, left: string[]): string {
  const [next] = left;
  const isFlag = next === undefined || (/^-./.test(next) && !(flag.kind === 'number' && /^-[\d.]/.test(next)));
  if (isFlag) throw badValue(flag, `${flag.name} has no value.`, `Write ${flag.name}=<value>.`);
  left.shift();
  return next;
}

function takeBareWords(left: string[]): readonly string[] {
  const end = left.findIndex((word) => word.startsWith('-'));
  return left.splice(0, end === -1 ? left.length : end);
}

function placeFor(index: number, text: string, places: readonly Flag[]): Flag {
  const last = places.at(-1);
  const flag = places[index] ?? (last?.kind === 'list' ? last : undefined);
  if (flag !== undefined) return flag;
  const takes = places.length === 0 ? 'no bare words' : `only ${places.map(({ key }) => `<${key}>`).join(' ')}`;
  throw new UsageError({
    code: 'cli/unexpected-word',
    message: `'${text}' is a word too many: this command takes ${takes}.`,
    fix: 'Leave it out, or see --help.',
  });
}

function refuseContradiction({ flag, text }: Said, said: readonly Said[]): void {
  const other = said.findLast((one) => one.flag === flag);
  if (other === undefined || other.text === text || flag.kind === 'list') return;
  throw new UsageError({
    code: 'cli/unexpected-word',
    message: `'${text}' is a word too many: ${flag.name} says '${other.text}' already.`,
    fix: 'Leave one of them out.',
  });
}

function valueOf(flag: Flag, texts: readonly string[]): unknown {
  const last = String(texts.at(-1));
  switch (flag.kind) {
    case 'list':
      if (flag.isPath) return texts;
      return texts.flatMap((text) => text.split(',').filter((part) => part !== ''));
    case 'switch':
      return last === 'true';
    case 'number':
      return numberIn(flag, last);
    case 'text':
      return known(flag, last);
  }
}

function numberIn(flag: Flag, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  const { least, isWhole } = { least: -Infinity, isWhole: false, ...flag.range };
  if (Number.isFinite(value) && value >= least && (!isWhole || Number.isInteger(value))) return value;
  const what = `a ${isWhole ? 'whole ' : ''}number from ${least}`;
  throw badValue(flag, `${flag.name} is ${what}, not '${text}'.`, `Write ${flag.name}=<number>.`);
}

function known(flag: Flag, text: string): string {
  if (flag.values === null || flag.values.includes(text)) return text;
  throw badValue(flag, `${flag.name} cannot be '${text}'.`, `${didYouMean(text, flag.values)}It is one of: ${flag.values.join(', ')}.`);
}

function badValue({ name, values, description }: Flag, message: string, fix: string): UsageError {
  return new UsageError({ code: 'cli/bad-value', message, fix, details: { problems: [{ flag: name, message, values, description }] } });
}
