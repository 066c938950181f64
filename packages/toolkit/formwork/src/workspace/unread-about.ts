import type { Finding } from '../report/finding.ts';
import type { Feature, Workspace } from './model.ts';

/**
 * What could not be read of a workspace, and bears on some of its features: the settings at its root and what lies in their packages; where
 * they are all of them, also what lies among the features and is none.
 */
export function unreadAbout(
  chosen: readonly Feature[],
  { features, findings, config: { roots } }: Pick<Workspace, 'features' | 'findings' | 'config'>,
): readonly Finding[] {
  const folders = chosen.length === features.length ? [roots.features] : chosen.map(({ package: { folder } }) => folder);
  return findings.filter(({ file }) => !file.includes('/') || folders.some((folder) => file.startsWith(`${folder}/`)));
}
