import { FormworkError } from '../report/formwork-error.ts';
import { didYouMean } from '../report/nearest.ts';
import { gateIds, type GateId } from './gate-ids.ts';

/**
 * The gates to run, in their order: those asked for by `only`, or else those of the configuration, or else all; without those in `skip`.
 * Throws `gates/unknown-gate` and `gates/none`.
 */
export function chooseGates(
  { only, skip }: { readonly only: readonly string[]; readonly skip: readonly string[] },
  configured: readonly string[] | null,
): readonly GateId[] {
  assertKnown(only, 'asked for', '.');
  assertKnown(skip, 'to be skipped', '.');
  assertKnown(configured ?? [], "in 'gates' of formwork.json", 'formwork.json');
  const wanted = only.length > 0 ? only : (configured ?? gateIds);
  const chosen = gateIds.filter((id) => wanted.includes(id) && !skip.includes(id));
  if (chosen.length > 0) return chosen;
  throw new FormworkError({
    code: 'gates/none',
    message: 'No gate is left to run.',
    fix: `Skip fewer of ${wanted.join(', ')}.`,
  });
}

function assertKnown(names: readonly string[], where: string, file: string): void {
  const unknown = names.find((name) => !gateIds.some((id) => id === name));
  if (unknown === undefined) return;
  throw new FormworkError({
    code: 'gates/unknown-gate',
    message: `There is no gate '${unknown}', which is ${where}.`,
    fix: `${didYouMean(unknown, gateIds)}The gates are ${gateIds.join(', ')}.`,
    file,
  });
}
