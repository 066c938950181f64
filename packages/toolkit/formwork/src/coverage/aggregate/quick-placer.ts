import { isAbsolute, join, posix } from 'node:path';
import { absentIsNull } from '../../report/error-code.ts';
import { placerFor, type CoverageReport, type Where } from '../lcov/reports.ts';

/**
 * Places the sources of a package's report as `placerFor` does. Of a folder that is nowhere but in the package, and to which no link leads,
 * the disk is asked once for all of its files. Throws `lcov/ambiguous-source`.
 */
export function quickPlacer(report: CoverageReport, folder: string, where: Where): (source: string) => string | null {
  const { machine, root } = where;
  const placer = placerFor(report, where);
  const realRoot = machine.files.realPath(root);
  const folders = new Map<string, ReadonlySet<string>>();

  function filesIn(below: string): ReadonlySet<string> {
    const real = absentIsNull(() => machine.files.realPath(join(root, folder, below)));
    const isOnlyThere = real === join(realRoot, folder, below) && machine.files.kind(join(root, below)) === null;
    if (!isOnlyThere) return new Set();
    const files = machine.files.list(real).filter(({ kind }) => kind === 'file');
    return new Set(files.map(({ name }) => name));
  }

  return (source) => {
    const cut = source.lastIndexOf('/');
    const below = source.slice(0, Math.max(cut, 0));
    const known = folders.get(below) ?? (isPlain(below) ? filesIn(below) : new Set());
    folders.set(below, known);
    return known.has(source.slice(cut + 1)) && !source.includes('\\') ? `${folder}/${source}` : placer.place(source);
  };
}

/** Whether a folder is written as it is called from the package. */
function isPlain(below: string): boolean {
  return below !== '' && !isAbsolute(below) && posix.normalize(below) === below && below.split('/')[0] !== '..';
}
