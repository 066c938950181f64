import type { StandardSchemaV1 } from '@standard-schema/spec';

/** An error with a code that callers and reports can rely on: `<family>/<what>`, for example `input/invalid`. */
export class FeatureError extends Error {
  override readonly name: string = 'FeatureError';
  readonly code: string;
  /** What a schema refused; empty where no schema was asked. */
  readonly issues: readonly StandardSchemaV1.Issue[];

  /**
   * @param code `<family>/<what>`; a feature's own errors take the feature's name as family (`orders/not-found`).
   * @param message one sentence that names what is wrong and where.
   * @param facts what a schema refused, and the error that led here.
   */
  constructor(code: string, message: string, facts: { readonly issues?: readonly StandardSchemaV1.Issue[]; readonly cause?: unknown } = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.code = code;
    this.issues = facts.issues ?? [];
  }
}

/** What a draft's factory throws: the use case is declared, and not implemented yet. Code `use-case/not-implemented`. */
export class NotImplementedError extends FeatureError {
  override readonly name = 'NotImplementedError';

  /** @param useCase `<feature>.<useCase>`, for example `billing.createInvoice`. */
  constructor(useCase: string) {
    super('use-case/not-implemented', `${useCase} is a draft: it is declared, and not implemented yet.`);
  }
}
