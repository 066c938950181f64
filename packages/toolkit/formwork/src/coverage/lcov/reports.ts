import { basename, dirname, join, relative, sep } from 'node:path';
import { absentIsNull } from '../../report/error-code.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine, Stretch } from '../../report/machine.ts';
import { toplevelOf } from '../../report/toplevel.ts';
import type { Package } from '../../workspace/model.ts';
import { placerOf, type Placer } from './place-sources.ts';
import type { LcovRecord } from './record.ts';
import { recordPlaces, scanLcov } from './scan.ts';
import { refused, unreadable } from './unreadable.ts';

/** The machine and the repository's root on it. */
export type Where = { readonly machine: Machine; readonly root: string };

/** A report that is there to be read. */
export type CoverageReport = {
  /** Relative to the root where it lies inside, as findings call it. */
  readonly file: string;
  /** The same, absolute: what else the tool left lies beside it. */
  readonly path: string;
  /** Its bytes; each walk reads them anew. */
  readonly chunks: Iterable<Uint8Array>;
  /** Those of its bytes that stand within some stretches, which ascend. */
  readonly within: (stretches: readonly Stretch[]) => Iterable<Uint8Array>;
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

/** The report that a package left; null where there is none. Throws `coverage/unreadable`. */
export function readReport(tested: Package, where: Where): CoverageReport | null {
  const { root } = where;
  return reportAt(join(root, reportOf(tested)), [join(root, tested.folder), ...repositoryAround(where)], where);
}

/** A report that was named, by its absolute path. Throws `coverage/no-report` and `coverage/unreadable`. */
export function readNamedReport(path: string, where: Where): CoverageReport {
  const found = reportAt(path, basesAround(path, where), where);
  if (found !== null) return found;
  throw new FormworkError({
    code: 'coverage/no-report',
    message: `There is no ${relative(where.root, path)}.`,
    fix: 'Run the tests with coverage, or correct the name.',
  });
}

/**
 * The folders that the sources of a report may be relative to, absolute, by the report's own path: that of the package it lies in, the one
 * that it lies beside or in the `coverage` of, the root, git's toplevel, and the current one.
 */
export function basesAround(path: string, where: Where): readonly string[] {
  const folder = dirname(path);
  const beside = basename(folder) === 'coverage' ? dirname(folder) : folder;
  return [...packageAround(folder, where), beside, ...repositoryAround(where), where.machine.folder];
}

/** The root, and git's toplevel where the root lies below it. */
function repositoryAround({ machine: { files }, root }: Where): readonly string[] {
  const real = files.realPath(root);
  const toplevel = toplevelOf(real, files);
  return toplevel === real ? [root] : [root, toplevel];
}

function packageAround(folder: string, { machine, root }: Where): readonly string[] {
  if (!folder.startsWith(`${root}${sep}`)) return [];
  if (machine.files.kind(join(folder, 'package.json')) !== null) return [folder];
  return packageAround(dirname(folder), { machine, root });
}

function reportAt(path: string, bases: readonly string[], { machine: { files }, root }: Where): CoverageReport | null {
  const file = relative(root, path);
  try {
    const found = absentIsNull(() => files.realPath(path));
    if (found === null) return null;
    // What is piped in can be read once, and who opens a pipe waits for its writer.
    if (files.kind(found) === 'file') {
      const chunks = (stretches?: readonly Stretch[]): Iterable<Uint8Array> => readable(file, files.chunks(path, stretches));
      return { file, path, chunks: chunks(), within: chunks, bases };
    }
  } catch (error) {
    throw refused(file, error, nameTheLcov);
  }
  throw unreadable(file, 'it is no file', nameTheLcov);
}

function readable(file: string, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      try {
        yield* chunks;
      } catch (error) {
        throw refused(file, error, nameTheLcov);
      }
    },
  };
}

const nameTheLcov =
  'Name the lcov itself, as a file that may be read; what a command prints goes into a file first, as it is read more than once.';

/**
 * The records of a report with the files that they mean, without those outside of the repository. Throws `lcov/corrupt` and
 * `lcov/ambiguous-source`.
 */
export function* placed(report: CoverageReport, where: Where): Generator<Placed, void, undefined> {
  const placer = placerFor(report, where);
  for (const record of scanLcov(report.chunks, report.file)) {
    const file = placer.place(record.source);
    if (file !== null) yield { file, record };
  }
}

/** What tells of the sources of a report which files they are. */
export function placerFor({ file, path, bases }: CoverageReport, where: Where): Placer {
  return placerOf(where, { file, bases, sources: () => recordPlaces(where.machine.files.chunks(path), file).map(({ source }) => source) });
}
