import { FormworkError } from '../report/formwork-error.ts';
import { didYouMean } from '../report/nearest.ts';
import { featureName } from './feature-name.ts';
import type { Feature, Workspace } from './model.ts';

/** The features of these names, or all where none is named, in the workspace's order. Throws `workspace/unknown-feature`. */
export function chooseFeatures(names: readonly string[], { features }: Pick<Workspace, 'features'>): readonly Feature[] {
  const known = features.map(featureName);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new FormworkError({
      code: 'workspace/unknown-feature',
      message: `There is no feature ${stranger}.`,
      fix: `${didYouMean(stranger, known)}The features are: ${known.join(', ') || 'none yet'}. Name none to take all.`,
    });
  }
  return names.length === 0 ? features : features.filter((feature) => names.includes(featureName(feature)));
}
