import { bindUseCase } from '../bound.ts';
import type { AnyUseCase, Bound, NameOf, SchemasOf } from '../use-case.ts';

/**
 * A bound use case with an answer of your own, for tests of controllers and triggers. Input and output are validated as in a real one.
 * @param stub `name` is `<feature>.<useCase>`; `respond` takes the validated input.
 */
export const stubUseCase = <U extends AnyUseCase>({ name, input, output, respond }: {
  readonly name: NameOf<U>;
  readonly input: SchemasOf<U>['input'];
  readonly output: SchemasOf<U>['output'];
  readonly respond: U;
}): Bound<U> => bindUseCase<U>({ name, input, output, run: respond }, silent);

const silent = { span: <T>(_name: string, run: () => Promise<T>) => run(), capture: () => undefined };
