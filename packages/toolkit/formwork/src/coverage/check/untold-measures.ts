import type { Counts } from '../aggregate/totals.ts';
import type { PackageCode } from './package-code.ts';

/** What a report tells nothing of in any file, though a file that it measures holds some. */
export type UntoldMeasure = { readonly measure: 'functions' | 'branches'; /** Relative to the package. */ readonly file: string };

/** The measures that the runner of a package does not count, as some leave out branches: all of none would be 100 %. */
export function untoldMeasures(files: ReadonlyMap<string, Counts>, code: PackageCode): readonly UntoldMeasure[] {
  return (['functions', 'branches'] as const).flatMap((measure) => {
    if ([...files.values()].some((counts) => counts[measure].found > 0)) return [];
    const file = [...files.keys()].find((one) => code.holds(one, measure));
    return file === undefined ? [] : [{ measure, file }];
  });
}
