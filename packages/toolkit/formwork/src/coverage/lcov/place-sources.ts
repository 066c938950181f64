import { isAbsolute, relative, resolve, sep } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';

/** Which file of the repository a report means. */
export type Placer = {
  /** Every file that a source could be, relative to the root with `/`. */
  readonly candidates: (source: string) => readonly string[];
  /** The file that it is; null where it lies outside of the repository. Throws `lcov/ambiguous-source`. */
  readonly place: (source: string) => string | null;
};

/**
 * A source may be absolute, or relative to any of the report's `bases`: the package that was tested, the root, the folder that the tool
 * ran in. Where files stand at several of these places, the report itself decides, if all its sources stand under one base only; otherwise
 * nobody can. `sources` are all that the report names.
 */
export function placerOf(
  { machine, root }: { readonly machine: Machine; readonly root: string },
  report: { readonly file: string; readonly bases: readonly string[]; readonly sources: () => readonly string[] },
): Placer {
  const bases = [...new Set(report.bases)];
  const exists = (path: string): boolean => machine.files.kind(path) !== null;
  const pathsOf = (source: string): readonly string[] => [...new Set(bases.map((base) => resolve(base, source)))];
  let fitting: readonly string[] | null = null;
  const fittingBases = (): readonly string[] =>
    (fitting ??= bases.filter((base) => report.sources().every((source) => isAbsolute(source) || exists(resolve(base, source)))));

  return {
    candidates: (source) => pathsOf(source).flatMap((path) => inside(root, path) ?? []),
    place: (source) => {
      const paths = pathsOf(source);
      const standing = paths.filter(exists);
      const [path = resolve(root, source)] =
        standing.length > 1 ? decided(standing, fittingBases(), source, report.file) : [...standing, ...paths];
      return inside(root, path);
    },
  };
}

function decided(standing: readonly string[], fitting: readonly string[], source: string, report: string): readonly string[] {
  const [base, other] = fitting;
  if (base !== undefined && other === undefined) return [resolve(base, source)];
  throw new FormworkError({
    code: 'lcov/ambiguous-source',
    message: `${report} names ${source}, which could be ${standing.join(' or ')}.`,
    fix: 'Let the tool that writes the report use absolute paths, or give it the report from the folder that it ran in.',
    file: report,
  });
}

function inside(root: string, path: string): string | null {
  const within = relative(root, path);
  return within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within) ? null : within.split(sep).join('/');
}
