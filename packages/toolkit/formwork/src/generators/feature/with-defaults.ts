import { FormworkError } from '../../report/formwork-error.ts';
import { singular } from '../english.ts';
import { faultIn } from '../names.ts';
import type { FeatureOptions } from './options.ts';

/** A feature with every option said. */
export type ChosenFeature = {
  readonly name: string;
  readonly entity: string;
  readonly useCases: readonly string[];
  readonly description: string;
};

/** Fills in what was not said. Throws `generator/bad-name` where no entity's name follows from the feature's. */
export function withDefaults({ name, entity = entityOf(name), useCases, description }: FeatureOptions): ChosenFeature {
  return {
    name,
    entity,
    useCases: useCases ?? [`create-${entity}`, `get-${entity}`],
    description: description ?? `The ${name.replaceAll('-', ' ')} feature.`,
  };
}

/** `orders` keeps an `order`, `user-profiles` a `profile`. */
function entityOf(name: string): string {
  const last = name.slice(name.lastIndexOf('-') + 1);
  const found = [singular(last), last, name].find((candidate) => faultIn(candidate, 'entity') === null);
  if (found !== undefined) return found;
  throw new FormworkError({
    code: 'generator/bad-name',
    message: `No name for what '${name}' keeps follows from its own.`,
    fix: `Say it: formwork gen feature ${name} --entity <name>`,
  });
}
