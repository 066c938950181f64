import { FormworkError } from '../report/formwork-error.ts';
import type { GateContext, RanPackage } from './gate.ts';

/**
 * What the test gate ran, once it has ended; null where it is not among the gates that run, and what lies there is taken as it is.
 * Throws `coverage/not-measured` where it could not run at all.
 */
export async function testsRan({ tested }: Pick<GateContext, 'tested'>): Promise<readonly RanPackage[] | null> {
  const said = await tested();
  if (said === null || said.status !== 'error' || said.packages.length > 0) return said?.packages ?? null;
  throw new FormworkError({
    code: 'coverage/not-measured',
    message: 'The tests could not be run, so there is no coverage to judge.',
    fix: 'See what the test gate says; coverage follows from it.',
  });
}
