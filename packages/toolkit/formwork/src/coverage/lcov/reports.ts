import { dirname, basename, join, relative } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { scanLcov, type LcovRecord } from './scan.ts';
import { placerOf } from './place-sources.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** A report that is there to be read. */
export type CoverageReport = {
  /** Relative to the root where it lies inside, as findings call it. */
  readonly file: string;
  readonly text: string;
  /** The folders that its sources may be relative to, absolute, the likeliest first. */
  readonly bases: readonly string[];
};

/** What a report says of a file of the repository. */
export type Placed = { readonly file: string; readonly record: LcovRecord };

/** Where a package's test script leaves its report. */
export function reportOf({ folder }: Package): string {
  return `${folder}/coverage/lcov.info`;
}

/** Whether a package tests itself. The root's own script runs those of all others. */
export function isTested({ folder, scripts }: Package): boolean {
  return folder !== '.' && scripts['test'] !== undefined;
}

/** The report that a package left; null where there is none. */
export function readReport(tested: Package, { machine, root }: Where): CoverageReport | null {
  const file = reportOf(tested);
  const text = machine.files.readIfPresent(join(root, file));
  return text === null ? null : { file, text, bases: [join(root, tested.folder), root] };
}

/** A report that was named, by its absolute path. Throws `coverage/no-report`. */
export function readNamedReport(path: string, { machine, root }: Where): CoverageReport {
  const text = machine.files.readIfPresent(path);
  const file = relative(root, path);
  const folder = dirname(path);
  if (text !== null) return { file, text, bases: [basename(folder) === 'coverage' ? dirname(folder) : folder, root, machine.folder] };
  throw new FormworkError({
    code: 'coverage/no-report',
    message: `There is no ${file}.`,
    fix: 'Run the tests with coverage, or correct --lcov.',
  });
}

/**
 * The records of a report with the files that they mean, without those outside of the repository; of these files only, where `only` names
 * some. Throws `lcov/corrupt` and `lcov/ambiguous-source`.
 */
export function placed({ file, text, bases }: CoverageReport, where: Where, only: ReadonlySet<string> | null = null): readonly Placed[] {
  const records = [...scanLcov([text], file)];
  const placer = placerOf(where, { file, bases, sources: records.map(({ source }) => source) });
  return records.flatMap((record): readonly Placed[] => {
    if (only !== null && !placer.candidates(record.source).some((candidate) => only.has(candidate))) return [];
    const at = placer.place(record.source);
    return at === null ? [] : [{ file: at, record }];
  });
}
