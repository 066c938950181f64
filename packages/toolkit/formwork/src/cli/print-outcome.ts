import type { Machine } from '../report/machine.ts';
import { renderJson } from '../report/renderers/json/index.ts';
import type { Outcome } from './command.ts';

/**
 * Prints what a command gave back: JSON on stdout and the words on stderr, or the words alone on stdout where it is a terminal
 * or text is asked for. Returns the exit code.
 */
export function printOutcome({ exitCode, data, text }: Outcome, format: string | null, machine: Machine): 0 | 1 | 2 {
  const { stdout, stderr, env } = machine;
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const json = format === null ? !stdout.isTerminal : format === 'json';
  const words = json ? stderr : stdout;
  if (json) stdout.write(renderJson(data));
  words.write(text({ color: words.isTerminal && !plain }));
  return exitCode;
}
