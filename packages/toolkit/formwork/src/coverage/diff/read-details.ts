import { relative } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { readIstanbul } from '../istanbul/read-istanbul.ts';
import { placerOf } from '../lcov/place-sources.ts';
import { basesAround, type Where } from '../lcov/reports.ts';
import { isByLine } from './judge-statements.ts';

/** What a file in istanbul's form says of some files of the repository. */
export type Details = {
  /** As findings call it. */
  readonly file: string;
  readonly of: (file: string) => readonly IstanbulFile[];
  /** Whether it tells statements one by one; c8 writes one a line, which says no more than its lcov. */
  readonly tellsStatements: boolean;
};

/** Reads such a file that is there. Throws `istanbul/corrupt` and `lcov/ambiguous-source`. */
export function readDetails(path: string, bases: readonly string[], files: ReadonlySet<string>, { machine, root }: Where): Details {
  const file = relative(root, path);
  const text = machine.files.read(path);
  const placer = placerOf({ machine, root }, { file, bases, sources: () => sourcesIn(text, file) });
  const read = readIstanbul(text, file, (source) => placer.placeAmong(source, files) !== null);
  const byFile = Map.groupBy(read, ([source]) => placer.placeAmong(source, files));
  const all = [...read.values()];
  return {
    file,
    of: (one) => (byFile.get(one) ?? []).map(([, details]) => details),
    tellsStatements: all.length > 0 && !all.every(isByLine),
  };
}

function sourcesIn(text: string, file: string): readonly string[] {
  const sources: string[] = [];
  readIstanbul(text, file, (source) => sources.push(source) === 0);
  return sources;
}

/** Reads one that was named, by its absolute path. Throws `coverage/no-report`, `istanbul/corrupt` and `lcov/ambiguous-source`. */
export function readNamedDetails(path: string, files: ReadonlySet<string>, where: Where): Details {
  if (where.machine.files.kind(path) !== null) return readDetails(path, basesAround(path, where), files, where);
  throw new FormworkError({
    code: 'coverage/no-report',
    message: `There is no ${relative(where.root, path)}.`,
    fix: 'Run the tests with coverage, or correct --json-report.',
  });
}
