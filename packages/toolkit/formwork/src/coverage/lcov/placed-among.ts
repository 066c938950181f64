import type { Stretch } from '../../report/machine.ts';
import { placerFor, type CoverageReport, type Placed, type Where } from './reports.ts';
import { pathOfSource } from './place-sources.ts';
import type { LcovRecord } from './record.ts';
import { scanLcov, type RecordPlace } from './scan.ts';

/** What a report says of some files. */
export type PlacedAmong = {
  readonly placed: readonly Placed[];
  /** By file, the sources that are no file of this repository, and have the name of this file and of its folder. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
};

/**
 * What a report says of some files, by their paths relative to the root; `records` are all of the report's. Nothing else of it is read, and
 * the disk is asked only about sources that have the name of one of the files. Throws `lcov/corrupt` and `lcov/ambiguous-source`.
 */
export function placedAmong(
  report: CoverageReport,
  records: readonly RecordPlace[],
  files: ReadonlySet<string>,
  where: Where,
): PlacedAmong {
  const placer = placerFor(report, where);
  const byName = Map.groupBy(files, nameOf);
  const elsewhere = new Map<string, string[]>();
  const wanted: { readonly file: string; readonly from: number; readonly to: number }[] = [];
  records.forEach(({ source, place: from }, index) => {
    const namesakes = byName.get(nameOf(pathOfSource(source)));
    if (namesakes === undefined) return;
    const file = placer.placeAmong(source, files);
    if (file !== null) wanted.push({ file, from, to: records[index + 1]?.place ?? Infinity });
    else if (!placer.isHere(source)) {
      const twins = namesakes.filter((one) => tailOf(one) !== null && tailOf(one) === tailOf(source));
      for (const twin of twins) elsewhere.set(twin, [...(elsewhere.get(twin) ?? []), source]);
    }
  });
  const scanned = scanStretches(report, wanted);
  return { placed: wanted.flatMap(({ file }, index) => scanned.slice(index, index + 1).map((record): Placed => ({ file, record }))), elsewhere };
}

/** The records that stand in stretches of a report. Where one is wrong, the whole report is scanned, and tells its line. */
function scanStretches({ chunks, within, file }: CoverageReport, stretches: readonly Stretch[]): readonly LcovRecord[] {
  try {
    return [...scanLcov(within(joined(stretches)), file)];
  } catch (error) {
    Array.from(scanLcov(chunks, file));
    throw error;
  }
}

/** Stretches that touch as one: each is a call of the system. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const longer: { from: number; to: number }[] = [];
  for (const { from, to } of stretches) {
    const last = longer.at(-1);
    if (last?.to === from) last.to = to;
    else longer.push({ from, to });
  }
  return longer;
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The names of the folder and of the file; null where there is no folder. */
function tailOf(path: string): string | null {
  return /[^/\\]+[/\\][^/\\]+$/.exec(path)?.[0].replace('\\', '/') ?? null;
}
