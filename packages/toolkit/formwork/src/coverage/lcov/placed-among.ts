import { placerFor, type CoverageReport, type Placed, type Where } from './reports.ts';
import { scanLcov } from './scan.ts';

/** What a report says of some files. */
export type PlacedAmong = {
  readonly placed: readonly Placed[];
  /** By file, the sources that are no file of this repository, and have the name of this file and of its folder. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
};

/**
 * What a report says of some files, by their paths relative to the root; nothing else of it is read, and the disk is asked only about
 * sources that have the name of one of the files. Throws `lcov/corrupt` and `lcov/ambiguous-source`.
 */
export function placedAmong(report: CoverageReport, files: ReadonlySet<string>, where: Where): PlacedAmong {
  const placer = placerFor(report, where);
  const byName = Map.groupBy(files, nameOf);
  const elsewhere = new Map<string, string[]>();
  const placed: Placed[] = [];
  let file = '';
  const wants = (source: string): boolean => {
    const namesakes = byName.get(nameOf(source));
    if (namesakes === undefined) return false;
    const at = placer.placeAmong(source, files);
    if (at === null) {
      const twins = placer.isHere(source) ? [] : namesakes.filter((one) => tailOf(one) !== null && tailOf(one) === tailOf(source));
      for (const twin of twins) elsewhere.set(twin, [...(elsewhere.get(twin) ?? []), source]);
      return false;
    }
    file = at;
    return true;
  };
  // The scanner asks whether a source is wanted, and reads its record before it asks about the next.
  for (const record of scanLcov(report.chunks, report.file, wants)) placed.push({ file, record });
  return { placed, elsewhere };
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The names of the folder and of the file; null where there is no folder. */
function tailOf(path: string): string | null {
  return /[^/\\]+[/\\][^/\\]+$/.exec(path)?.[0].replace('\\', '/') ?? null;
}
