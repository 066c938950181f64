import { isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { realPathsOf } from './real-paths.ts';

/** Which file of the repository a report means. Files are relative to the root with `/`. */
export type Placer = {
  /** The file that a source is, there or not; null where it lies outside of the repository. Throws `lcov/ambiguous-source`. */
  readonly place: (source: string) => string | null;
  /** The same, if it is one of these files; else null, whatever it may be. Throws `lcov/ambiguous-source`. */
  readonly placeAmong: (source: string, files: ReadonlySet<string>) => string | null;
  /** Whether it is, or may be, a file of the repository that is there. */
  readonly isHere: (source: string) => boolean;
};

/**
 * A source may be absolute, or relative to any of the report's `bases`: the package that was tested, the root, the folder that the tool
 * ran in; with `\` for `/`, by links, and as a `file:` URL. One file that is reached in several ways is one. Where different files stand at these places, the
 * report itself decides, if all its sources stand under one base only; otherwise nobody can. `sources` are all that the report names; they
 * are asked for once, at the first doubt.
 */
export function placerOf(
  { machine, root }: { readonly machine: Machine; readonly root: string },
  report: { readonly file: string; readonly bases: readonly string[]; readonly sources: () => readonly string[] },
): Placer {
  const realPath = realPathsOf(machine.files);
  const realRoot = realPath(root, 'directory') ?? root;
  const bases = [...new Set(report.bases)];
  const standing = (source: string, among: readonly string[]): readonly string[] => [
    ...new Set(pathsOf(source, among).flatMap((path) => realPath(path, 'file') ?? [])),
  ];
  let fitting: readonly string[] | null = null;
  const fittingBases = (): readonly string[] => {
    if (fitting !== null) return fitting;
    const relatives = report.sources().filter((source) => !isAbsolute(pathOfSource(source)));
    fitting = bases.filter((base) => relatives.every((source) => standing(source, [base]).length > 0));
    return fitting;
  };

  function fileOf(source: string, paths: readonly string[]): string | null {
    const [path, other] = paths.length === 1 ? paths : standing(source, fittingBases());
    if (path === undefined || other !== undefined) throw ambiguous(source, paths, report.file);
    return inside(realRoot, path);
  }
  const filesAt = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => inside(realRoot, path) ?? []);

  /** A file that was not checked out has changed where git says so, and a report of another checkout may know it. */
  function absentFile(source: string, files: ReadonlySet<string>): string | null {
    const named = [...new Set(pathsOf(source, bases))].filter((path) => files.has(`${inside(root, path)}`));
    const [path, other] = named;
    if (path !== undefined && other !== undefined) throw ambiguous(source, named, report.file);
    return path === undefined ? null : inside(root, path);
  }

  return {
    place: (source) => {
      const paths = standing(source, bases);
      if (paths.length === 0) return pathsOf(source, bases).map((path) => inside(root, path))[0] ?? null;
      return filesAt(paths).length === 0 ? null : fileOf(source, paths);
    },
    placeAmong: (source, files) => {
      const paths = standing(source, bases);
      if (paths.length === 0) return absentFile(source, files);
      if (!filesAt(paths).some((file) => files.has(file))) return null;
      const file = fileOf(source, paths);
      return file !== null && files.has(file) ? file : null;
    },
    isHere: (source) => filesAt(standing(source, bases)).length > 0,
  };
}

/** The path that a source is; of a `file:` URL, the one that it stands for. What is no whole URL stays as it is, and leads nowhere. */
export function pathOfSource(source: string): string {
  if (!source.startsWith('file:///')) return source;
  try {
    return fileURLToPath(source);
  } catch {
    return source;
  }
}

/** Every path that a source may mean. A `\` may be one of Windows, or of a name. */
function pathsOf(written: string, bases: readonly string[]): readonly string[] {
  const source = pathOfSource(written);
  const spellings = source.includes('\\') ? [source.replaceAll('\\', '/'), source] : [source];
  return bases.flatMap((base) => spellings.map((spelling) => resolve(base, spelling)));
}

function ambiguous(source: string, paths: readonly string[], report: string): FormworkError {
  return new FormworkError({
    code: 'lcov/ambiguous-source',
    message: `${report} names ${source}, which could be ${paths.join(' or ')}.`,
    fix: 'Let the tool that writes the report use absolute paths, or give it the report from the folder that it ran in.',
    file: report,
  });
}

/** A path relative to the root with `/`; null where it lies outside. Both are as `resolve` leaves them. */
function inside(root: string, path: string): string | null {
  const lead = root.endsWith(sep) ? root : `${root}${sep}`;
  return path.startsWith(lead) ? path.slice(lead.length).split(sep).join('/') : null;
}
