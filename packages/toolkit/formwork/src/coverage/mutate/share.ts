import type { Feature, Manifest, Package } from '../../workspace/model.ts';
import { mutationBand, type MutationBand } from './mutation-band.ts';
import { changedCode } from './changed-code.ts';
import type { Change, Scope } from './ranges.ts';
import { targetsAmong } from './targets.ts';

/** A feature that can be mutated, and what of it. */
export type Share = {
  readonly manifest: Manifest;
  readonly package: Package;
  readonly band: MutationBand;
  /** By file, relative to the package; empty where nothing is to be done. */
  readonly scope: Scope;
  /** Targets that match no source. */
  readonly unmatched: readonly string[];
};

/**
 * What is mutated of each feature; a feature whose manifest could not be read has no share. `files` are all that lie in the repository,
 * `changed` the lines that changed by file, or null where all lines count, and `textOf` says what a file holds; all are relative to the root.
 */
export function sharesOf(
  features: readonly Feature[],
  files: readonly string[],
  changed: ReadonlyMap<string, ReadonlySet<number>> | null,
  textOf: (file: string) => string,
): readonly Share[] {
  const changesIn = (file: string): readonly Change[] => {
    const lines = changed?.get(file);
    return lines === undefined ? [] : changedCode(file, textOf(file), lines);
  };
  return features.flatMap(({ manifest, package: owner }) => {
    if (manifest === null) return [];
    const band = mutationBand(manifest);
    const folder = `${owner.folder}/`;
    const own = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
    const { files: targets, unmatched } = targetsAmong(own, band.targets);
    const scope = new Map(
      targets
        .map((file) => [file, changed === null ? null : changesIn(`${folder}${file}`)] as const)
        .filter(([, changes]) => changes === null || changes.length > 0),
    );
    return [{ manifest, package: owner, band, scope, unmatched }];
  });
}
