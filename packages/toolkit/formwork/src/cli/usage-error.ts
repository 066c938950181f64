import { FormworkError } from '../report/formwork-error.ts';

/** A command line that cannot be run as typed. `details` are facts for programs; they stand beside the report in its JSON. */
export class UsageError extends FormworkError {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(facts: {
    readonly code: `cli/${string}`;
    readonly message: string;
    readonly fix: string;
    readonly details?: Readonly<Record<string, unknown>>;
  }) {
    super(facts);
    this.details = facts.details ?? {};
  }
}
