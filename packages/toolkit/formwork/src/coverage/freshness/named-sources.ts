import { relative, resolve } from 'node:path';
import { absentIsNull } from '../../report/error-code.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import { isOutside } from '../../report/is-outside.ts';
import type { Machine } from '../../report/machine.ts';
import { scanLcov } from '../lcov/scan.ts';

/**
 * Which files of a package a report names, whatever language they are in and whatever they are for, relative to the package's folder. The
 * report's sources are absolute or relative to one of the bases, the first of which is that folder; where several fit, what is `known` goes
 * before what merely lies there.
 */
export function namedSources(
  reportFile: string,
  { bases, known }: { readonly bases: readonly [string, ...string[]]; readonly known: ReadonlySet<string> },
  { files }: Pick<Machine, 'files'>,
): readonly string[] {
  const [folder] = bases;
  const realFolder = files.realPath(folder);
  const isKnown = (name: string): boolean => known.has(name);
  return sourcesIn(reportFile, files).flatMap((source) => {
    const paths = bases.map((base) => resolve(base, source));
    const name = paths.map((path) => relative(folder, path)).find(isKnown);
    if (name !== undefined) return name;
    const real = paths.flatMap((path) => absentIsNull(() => relative(realFolder, files.realPath(path))) ?? []);
    return real.find(isKnown) ?? real.find((path) => !isOutside(path)) ?? [];
  });
}

/** What stands behind each `SF:`; where the report breaks, up to there: whoever reads it says so. */
function sourcesIn(reportFile: string, files: Machine['files']): readonly string[] {
  const sources: string[] = [];
  const note = (source: string): boolean => {
    sources.push(source);
    return false;
  };
  try {
    scanLcov(files.chunks(reportFile), reportFile, note).next();
  } catch (error) {
    if (!(error instanceof FormworkError)) throw error;
  }
  return sources;
}
