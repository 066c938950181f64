import type { Edit } from '../../edits/plan.ts';
import { namesOf } from '../names.ts';
import type { Surroundings } from '../surroundings.ts';

/** The edits that compose the feature with the others; none where the repository has no composition root. */
export function composedIn(name: string, { config, composition }: Surroundings): readonly Edit[] {
  if (composition === null) return [];
  const { camel, pascal } = namesOf(name);
  const packageName = `${config.scope}/${name}`;
  const { file, context, packageFile } = composition;
  return [
    { kind: 'ts-import', path: file, from: packageName, names: [`bind${pascal}`] },
    { kind: 'ts-property', path: file, call: 'composeFeatures', argument: 0, keys: [], name: camel, value: `bind${pascal}(${context})` },
    { kind: 'json', path: packageFile, keys: ['dependencies', packageName], value: 'workspace:*' },
  ];
}
