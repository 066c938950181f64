import type { Machine } from '../report/machine.ts';
import { renderJson } from '../report/renderers/json/index.ts';
import type { Outcome } from './command.ts';
import type { Format } from './globals.ts';

/**
 * Prints what a command gave back, and returns its exit code: JSON on stdout and the words on stderr, or the words alone on stdout.
 * Without a format, a terminal gets the words.
 */
export function printOutcome({ exitCode, data, text }: Outcome, format: Format | null, { stdout, stderr, env }: Machine): number {
  const asJson = format === null ? !stdout.isTerminal : format === 'json';
  const stream = asJson ? stderr : stdout;
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  // Rendered before anything is printed, so that a renderer that fails leaves stdout to the report of its failure.
  const words = text({ color: stream.isTerminal && !plain });
  if (asJson) stdout.write(renderJson(data));
  stream.write(words);
  return exitCode;
}
