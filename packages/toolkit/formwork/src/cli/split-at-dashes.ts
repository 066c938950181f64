import { commandNamed } from './find-command.ts';
import { takeGlobals, type Format } from './globals.ts';
import type { Registry } from './registry.ts';

/**
 * Divides a command line at its first `--` where it leads to a command that hands what follows to a program: `passedOn` is that, word for
 * word. Any other line is the command's `own` as a whole. `formatSaid` hears of a format as soon as it is read. Throws `cli/bad-value`.
 */
export async function splitAtDashes(
  words: readonly string[],
  registry: Registry,
  formatSaid: (format: Format) => void,
): Promise<{ readonly own: readonly string[]; readonly passedOn: readonly string[] }> {
  const dashes = words.indexOf('--');
  const whole = { own: words, passedOn: [] };
  if (dashes === -1) return whole;
  const own = words.slice(0, dashes);
  const name = commandNamed(takeGlobals(own, formatSaid).rest, registry.names);
  if (name === null || (await registry.load(name)).passesOn === undefined) return whole;
  return { own, passedOn: words.slice(dashes + 1) };
}
