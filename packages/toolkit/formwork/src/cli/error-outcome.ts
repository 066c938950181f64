import { finding } from '../report/finding.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { report } from '../report/report.ts';
import type { Outcome } from './command.ts';
import { reportOutcome } from './report-outcome.ts';
import { UsageError } from './usage-error.ts';

/**
 * What an error that stopped a command comes to: a report of status `error` with that one finding.
 * An error that nobody expected is `internal/error`, and its stack is in the words.
 */
export function errorOutcome(error: unknown, gate: string, durationMs: number): Outcome {
  const { code, message, fix, file, line, column } = error instanceof FormworkError ? error : internalError(error);
  const findings = [finding({ code, message, fix, file, line, column })];
  const stopped = report({ gate, inspected: {}, durationMs, findings, evidenceMissing: true });
  const outcome = reportOutcome(stopped);
  if (error instanceof UsageError) return { ...outcome, data: { ...stopped, ...error.details } };
  if (error instanceof FormworkError) return outcome;
  return { ...outcome, text: (how) => `${stackOf(error)}\n\n${outcome.text(how)}` };
}

function internalError(error: unknown): FormworkError {
  return new FormworkError({
    code: 'internal/error',
    message: `Formwork itself failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'Please report it, with the command line and the stack.',
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? String(error.stack) : String(error);
}
