import picomatch from 'picomatch';
import { isSource } from '../changes/source-file.ts';

export type Targets = {
  /** Relative to the package, sorted. */
  readonly files: readonly string[];
  /** Globs that match no source. */
  readonly unmatched: readonly string[];
};

/** The sources among a package's files that its targets match; `!` takes files out again. All paths are relative to the package. */
export function targetsAmong(files: readonly string[], globs: readonly string[]): Targets {
  const sources = files.filter((file) => isSource(file));
  const matching = globs.map((glob) => {
    const isExcluding = glob.startsWith('!');
    const matches = picomatch(isExcluding ? glob.slice(1) : glob, { dot: true });
    return { glob, isExcluding, files: sources.filter((file) => matches(file)) };
  });
  const excluded = new Set(matching.flatMap((one) => (one.isExcluding ? one.files : [])));
  const included = new Set(matching.flatMap((one) => (one.isExcluding ? [] : one.files)));
  return {
    files: [...included].filter((file) => !excluded.has(file)).sort(),
    unmatched: matching.filter((one) => one.files.length === 0).map(({ glob }) => glob),
  };
}
