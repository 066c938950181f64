import { FormworkError } from '../../report/formwork-error.ts';
import type { Surroundings } from '../surroundings.ts';

/** Throws `generator/folder-taken` and `generator/package-taken` where something else stands where the feature would. */
export function refuseTakenPlace(name: string, { config, site, packages }: Surroundings): void {
  const folder = `${config.roots.features}/${name}`;
  if (site.folder === 'other') throw taken(folder, 'is there already, and is no Formwork feature: it has no src/feature.manifest.ts');
  if (site.folder === 'free' && site.contracts === 'there')
    throw taken(`${config.roots.contracts}/${name}`, 'is there already, without its feature');
  const packageName = `${config.scope}/${name}`;
  const holder = packages[packageName] ?? folder;
  if (holder === folder) return;
  throw new FormworkError({
    code: 'generator/package-taken',
    message: `A package named ${packageName} is there already, in ${holder}.`,
    fix: 'Take another name for the feature, or rename that package.',
    file: `${holder}/package.json`,
  });
}

function taken(folder: string, why: string): FormworkError {
  return new FormworkError({
    code: 'generator/folder-taken',
    message: `${folder} ${why}.`,
    fix: 'Take another name for the feature, or move that folder away.',
    file: folder,
  });
}
