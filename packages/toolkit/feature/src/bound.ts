import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { TelemetryPort } from './ports.ts';
import { bound, type AnyUseCase, type Bound } from './use-case.ts';
import { validate } from './validate.ts';

/** A use case before it is bound. */
export interface Unbound<Run> {
  /** `<feature>.<useCase>`. */
  readonly name: string;
  readonly input: StandardSchemaV1;
  readonly output: StandardSchemaV1;
  readonly run: Run;
}

/**
 * Wraps a use case: validate the input, open a span, run, validate the output, capture what was thrown.
 * The bound use case throws FeatureError `input/invalid` and `output/invalid`; what the use case throws passes through.
 */
export function bindUseCase<U extends AnyUseCase>(unbound: Unbound<U>, telemetry: TelemetryPort): Bound<U>;
export function bindUseCase({ name, input, output, run }: Unbound<(input: unknown) => Promise<unknown>>, telemetry: TelemetryPort): unknown {
  const fromUnknown = async (given: unknown) => {
    const accepted = await validate(input, given, { code: 'input/invalid', what: `${name} does not take this input` });
    return telemetry.span(name, async () => {
      try {
        return await validate(output, await run(accepted), { code: 'output/invalid', what: `${name} returned what its output schema refuses` });
      } catch (error) {
        telemetry.capture(error, { useCase: name });
        throw error;
      }
    });
  };
  return Object.assign((given: unknown) => fromUnknown(given), { fromUnknown, useCase: name, [bound]: true });
}
