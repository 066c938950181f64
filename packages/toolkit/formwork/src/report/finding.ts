import { sha256 } from './sha256.ts';

/** Only `error` fails a gate; `pending` is a draft that is still owed. */
export type Severity = 'error' | 'warning' | 'pending';

/** One place where a rule does not hold. */
export type Finding = {
  /** `<family>/<rule>`, for example `closure/orphan-consumer`. */
  readonly code: string;
  readonly severity: Severity;
  /** Relative to the repository's root, with `/`; `.` for the repository as a whole. */
  readonly file: string;
  /** From 1; 1 where the file as a whole is meant. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What does not hold, in one sentence that names the things by name and never by line. */
  readonly message: string;
  /** The next step, in one sentence. */
  readonly fix: string;
  /** Stays the same while lines move: 16 hex digits over code, file and message. */
  readonly fingerprint: string;
};

/** Makes a finding; place defaults to the first character of the file. */
export function finding(facts: {
  readonly code: string;
  readonly severity?: Severity;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly fix: string;
}): Finding {
  const { code, severity = 'error', file, line = 1, column = 1, message, fix } = facts;
  return { code, severity, file, line, column, message, fix, fingerprint: fingerprint(code, file, message) };
}

function fingerprint(...parts: readonly string[]): string {
  return sha256(parts.join('\0')).slice(0, 16);
}
