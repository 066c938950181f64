/**
 * An error that users can do something about: bad input, missing evidence, a tree in the way.
 * The command line shows it as a report of status `error` and exits 2; any other error keeps its stack.
 */
export class FormworkError extends Error {
  override readonly name = 'FormworkError';
  /** `<family>/<what>`, for example `edit/exists`. */
  readonly code: string;
  /** The next step, in one sentence. */
  readonly fix: string;
  /** Relative to the repository's root; `.` where no one file is meant. */
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(facts: {
    readonly code: string;
    readonly message: string;
    readonly fix: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    readonly cause?: unknown;
  }) {
    super(facts.message, { cause: facts.cause });
    this.code = facts.code;
    this.fix = facts.fix;
    this.file = facts.file ?? '.';
    this.line = facts.line ?? 1;
    this.column = facts.column ?? 1;
  }
}
