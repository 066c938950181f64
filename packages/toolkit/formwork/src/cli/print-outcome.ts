import type { Machine } from '../report/machine.ts';
import { renderJson } from '../report/renderers/json/index.ts';
import type { Outcome } from './command.ts';
import { isReportFormat, type Format, type ReportFormat } from './globals.ts';
import { UsageError } from './usage-error.ts';

/**
 * What a command line asks for: `gate` is the command's words with `:` between them, `format` null where none was said, `root` null where it
 * did not come to one.
 */
export type Asked = { readonly gate: string; readonly format: Format | null; readonly root: string | null };

/**
 * Prints what a command gave back, and returns its exit code: the format that was asked for on stdout and the words on stderr, or the
 * words alone on stdout. Without a format, a terminal gets the words, and everything else JSON.
 * Throws `cli/bad-value` where the format is for reports and there are none.
 */
export async function printOutcome(outcome: Outcome, asked: Asked, { stdout, stderr, env, files }: Machine): Promise<number> {
  const { gate, format, root } = asked;
  const chosen = format ?? (stdout.isTerminal ? 'text' : 'json');
  const stream = chosen === 'text' ? stdout : stderr;
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  // Rendered before anything is printed, so that a renderer that fails leaves stdout to the report of its failure.
  const words = outcome.text({ color: stream.isTerminal && !plain });
  if (isReportFormat(chosen)) {
    if (outcome.reports === undefined) throw noReports(chosen);
    const { renderReports } = await import('./render-reports.ts');
    const rendered = await renderReports(chosen, outcome.reports, { gate, words, root, files });
    stdout.write(rendered.reports);
    stderr.write(rendered.words);
  } else {
    if (chosen === 'json') stdout.write(renderJson(outcome.data));
    stream.write(words);
  }
  return outcome.exitCode;
}

/** The error for a format that is for reports, where a command gives none. */
export function noReports(format: ReportFormat): UsageError {
  return new UsageError({
    code: 'cli/bad-value',
    message: `--format ${format} is for reports, and this gives none.`,
    fix: 'Use --format text or --format json.',
  });
}
