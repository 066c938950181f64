import { relative, resolve } from 'node:path';
import { absentIsNull } from '../../report/error-code.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { scanLcov } from '../lcov/scan.ts';

/**
 * Which of the known files a report names, whatever language they are in and whatever they are for. Its sources are absolute or relative to
 * one of the bases, the first of which `known` is relative to.
 */
export function namedSources(
  reportFile: string,
  { bases: [folder, ...others], known }: { readonly bases: readonly [string, ...string[]]; readonly known: ReadonlyMap<string, unknown> },
  { files }: Pick<Machine, 'files'>,
): readonly string[] {
  const realFolder = files.realPath(folder);
  const nameOf = (path: string): string | null => {
    const name = relative(folder, path);
    if (known.has(name)) return name;
    const real = absentIsNull(() => relative(realFolder, files.realPath(path)));
    return real !== null && known.has(real) ? real : null;
  };
  return sourcesIn(reportFile, files).flatMap((source) => {
    const names = [folder, ...others].map((base) => nameOf(resolve(base, source)));
    return names.find((name) => name !== null) ?? [];
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
