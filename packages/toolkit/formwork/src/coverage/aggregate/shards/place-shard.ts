import { join, posix } from 'node:path';
import { FormworkError } from '../../../report/formwork-error.ts';
import type { Machine } from '../../../report/machine.ts';

/** A way to read paths of another machine: what they begin with stands for a folder of this repository. */
type Reading = {
  /** `/home/runner/work/shop/` */
  readonly lead: string;
  /** The folder that it stands for, relative to the root; empty for the root itself. */
  readonly base: string;
  /** The paths that lead to a file which is there. */
  readonly found: Set<string>;
};

/**
 * Which files of the repository a report means by absolute paths: by path, relative to the root with `/`. What lies outside is left out.
 *
 * Where no path lies in this repository, all are of another machine, below one root that stands for this root or for the package's folder:
 * of those that lead to a file for every path, else of all, the one that leaves the longest of each path. It is never guessed:
 * `lcov/ambiguous-source` is thrown where another root does as well, and `coverage/unknown-sources` where none leads anywhere.
 */
export function placeShard(
  paths: readonly string[],
  report: { readonly file: string; readonly folder: string },
  { machine, root }: { readonly machine: Machine; readonly root: string },
): ReadonlyMap<string, string> {
  const here = below(paths, `${root}/`, '');
  if (here.size > 0 || paths.length === 0) return here;
  const readings = readingsOf(paths, ['', report.folder], (file) => machine.files.kind(join(root, file)) === 'file');
  const lacks = ({ found }: Reading): number => Number(found.size < paths.length);
  const [best, ...others] = readings.sort((a, b) => lacks(a) - lacks(b) || a.lead.length - b.lead.length);
  if (best === undefined) throw unknownSources(paths, report.file);
  const placed = below(paths, best.lead, best.base);
  const rival = others.find(
    (other) =>
      (lacks(other) === lacks(best) && other.lead.length === best.lead.length) ||
      other.found.size > best.found.size ||
      [...other.found].some((path) => !placed.has(path)),
  );
  if (rival !== undefined) throw ambiguous(best, rival, report.file);
  return placed;
}

/** Every root of another machine by which any of the paths leads to a file that is there. */
function readingsOf(paths: readonly string[], bases: readonly string[], isFile: (file: string) => boolean): Reading[] {
  const readings = new Map<string, Reading>();
  for (const path of paths) {
    for (const [, lead = ''] of slashed(path).matchAll(/(?<=(^.*\/))/g)) {
      for (const base of bases) {
        if (!isFile(posix.join(base, slashed(path).slice(lead.length)))) continue;
        const key = `${base}\0${lead}`;
        const reading = readings.get(key) ?? { lead, base, found: new Set() };
        reading.found.add(path);
        readings.set(key, reading);
      }
    }
  }
  return [...readings.values()];
}

function below(paths: readonly string[], lead: string, base: string): ReadonlyMap<string, string> {
  const within = paths.filter((path) => slashed(path).startsWith(lead));
  return new Map(within.map((path) => [path, posix.join(base, slashed(path).slice(lead.length))]));
}

/** A path of Windows as it would be written elsewhere. */
function slashed(path: string): string {
  return /^[a-z]:\\/i.test(path) ? path.replaceAll('\\', '/') : path;
}

function ambiguous(one: Reading, other: Reading, file: string): FormworkError {
  const [path = ''] = other.found;
  const files = [one, other].flatMap(({ lead, base }) => below([path], lead, base).get(path) ?? 'a file elsewhere');
  return new FormworkError({
    code: 'lcov/ambiguous-source',
    message: `${file} names ${path}, which could be ${files.join(' or ')}.`,
    fix: 'Measure in a folder that ends as the one here does, or in this very one.',
    file,
  });
}

function unknownSources([first = '', ...others]: readonly string[], file: string): FormworkError {
  const named = others.length === 0 ? first : `${first} and ${others.length} more`;
  return new FormworkError({
    code: 'coverage/unknown-sources',
    message: `${file} names ${named}, and nothing of this is in the repository.`,
    fix: 'Remove the report where it is of another repository; where the sources have moved since, run the tests again.',
    file,
  });
}
