import { relative } from 'node:path';
import { errorCode } from '../../report/error-code.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Files } from '../../report/machine.ts';
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

/** Reads such a file that is there. Throws `istanbul/corrupt`, `istanbul/too-long` and `lcov/ambiguous-source`. */
export function readDetails(path: string, bases: readonly string[], files: ReadonlySet<string>, { machine, root }: Where): Details {
  const file = relative(root, path);
  const text = textOf(path, file, machine.files);
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

/** Unlike lcov it is one value, and is read as one text. */
function textOf(path: string, file: string, files: Files): string {
  try {
    return files.read(path);
  } catch (error) {
    if (!/^ERR_(?:STRING_TOO_LONG|FS_FILE_TOO_LARGE)$/.test(`${errorCode(error)}`)) throw error;
    throw new FormworkError({
      code: 'istanbul/too-long',
      message: `${file} is too long to be read: half a gigabyte is the most that a text can hold.`,
      fix: 'Let each package write its own, or leave the file out: the lcov beside it says most of it.',
      file,
      cause: error,
    });
  }
}

function sourcesIn(text: string, file: string): readonly string[] {
  const sources: string[] = [];
  readIstanbul(text, file, (source) => sources.push(source) === 0);
  return sources;
}

/** Reads one that was named, by its absolute path. Throws `coverage/no-report` and what `readDetails` throws. */
export function readNamedDetails(path: string, files: ReadonlySet<string>, where: Where): Details {
  if (where.machine.files.kind(path) !== null) return readDetails(path, basesAround(path, where), files, where);
  throw new FormworkError({
    code: 'coverage/no-report',
    message: `There is no ${relative(where.root, path)}.`,
    fix: 'Run the tests with coverage, or correct --json-report.',
  });
}
