import { join } from 'node:path';
import type { Machine } from '../../report/machine.ts';
import { isSource } from '../changes/source-file.ts';
import { readCode, type SourceCode } from '../code/source-code.ts';

/** What the sources of a package hold, as they lie on disk. Files are relative to the package. */
export type PackageCode = {
  /** Whether there is such a source. */
  readonly isThere: (file: string) => boolean;
  /** Whether a source holds something to run. Of what cannot be parsed nobody knows that it does not. */
  readonly runs: (file: string) => boolean;
  /** Whether a source holds a branch, or a function, that no hint keeps from being counted, as far as it can be told. */
  readonly holds: (file: string, measure: 'branches' | 'functions') => boolean;
};

/** The code of the package in `folder`, relative to the root. A file is read when it is asked for. */
export function packageCode(folder: string, { machine: { files }, root }: { readonly machine: Machine; readonly root: string }): PackageCode {
  const at = (file: string): string => join(root, folder, file);
  const isThere = (file: string): boolean => isSource(file) && files.kind(at(file)) !== null;
  const codeOf = (file: string): SourceCode | null => readCode(file, files.read(at(file)));
  return {
    isThere,
    runs: (file) => {
      if (!isThere(file)) return false;
      const code = codeOf(file);
      return code === null || code.units.length + code.functions.length > 0;
    },
    holds: (file, measure) => {
      const code = isThere(file) ? codeOf(file) : null;
      return code !== null && code.hints.length === 0 && code[measure].length > 0;
    },
  };
}
