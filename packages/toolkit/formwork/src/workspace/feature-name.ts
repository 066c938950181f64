import { basename } from 'node:path';
import type { Feature } from './model.ts';

/** What the manifest calls a feature; its folder's name, which is the same, where the manifest could not be read. */
export function featureName({ manifest, package: { folder } }: Pick<Feature, 'manifest' | 'package'>): string {
  return manifest?.name ?? basename(folder);
}
