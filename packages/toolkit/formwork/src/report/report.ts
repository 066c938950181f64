import type { Finding } from './finding.ts';

/** `pass`: no error-level finding. `fail`: there are some. `error`: the evidence is missing, or the tool could not run. */
export type Status = 'pass' | 'fail' | 'error';

/** What every gate says; one form for all of them. */
export type Report = {
  readonly schema: 'formwork/report@1';
  /** The command that users type, with `:` between words: `conformance`, `coverage:diff`. */
  readonly gate: string;
  readonly status: Status;
  /** The commit that changes were compared with, as 40 hex digits; null where nothing was compared. */
  readonly base: string | null;
  /** How many of what was looked at; a pass over nothing shows as zeros. */
  readonly inspected: Readonly<Record<string, number>>;
  readonly durationMs: number;
  /** Why an empty question was still a pass, or what a reader has to know of the evidence. */
  readonly note: string | null;
  readonly findings: readonly Finding[];
};

/**
 * Gathers what a gate found into its report, findings in the order of file, line, column and code. What was found twice is told once:
 * a package's sources are checked in each package that imports them.
 * `evidenceMissing` makes the status `error`, whatever was found.
 */
export function report(facts: {
  readonly gate: string;
  readonly base?: string | null;
  readonly inspected: Readonly<Record<string, number>>;
  readonly durationMs: number;
  readonly note?: string | null;
  readonly findings: readonly Finding[];
  readonly evidenceMissing?: boolean;
}): Report {
  const { gate, base = null, inspected, durationMs, note = null, findings, evidenceMissing = false } = facts;
  const failed = findings.some(({ severity }) => severity === 'error');
  const status = evidenceMissing ? 'error' : failed ? 'fail' : 'pass';
  const sorted = [...findings].sort(byPlace).filter(isFirst);
  return { schema: 'formwork/report@1', gate, status, base, inspected, durationMs: Math.round(durationMs), note, findings: sorted };
}

/** 0: no error-level finding. 1: findings. 2: the evidence is missing. */
export function exitOf(status: Status): 0 | 1 | 2 {
  return status === 'pass' ? 0 : status === 'fail' ? 1 : 2;
}

function isFirst(one: Finding, index: number, sorted: readonly Finding[]): boolean {
  const before = sorted[index - 1];
  return before === undefined || byPlace(before, one) !== 0;
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
