import { resolve } from 'node:path';
import { errorCode } from '../report/error-code.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { writeWhole } from './aggregate/write-whole.ts';

/**
 * Writes what was drawn to where it was `named`, relative to the machine's folder: where nothing is, or an earlier one of its kind, as the
 * `mark` in both tells. `--html src/fee.js` is a slip. Throws `coverage/not-written`.
 */
export function writeOver(drawn: string, { named, mark }: { readonly named: string; readonly mark: string }, machine: Machine): void {
  const path = resolve(machine.folder, named);
  try {
    const there = machine.files.readIfPresent(path) ?? '';
    if (there !== '' && !there.includes(mark)) throw notWritten(named, 'something of another kind lies there.');
    writeWhole(machine, path, drawn);
  } catch (error) {
    if (error instanceof FormworkError || !(error instanceof Error) || errorCode(error) === null) throw error;
    throw notWritten(named, `${error.message}.`);
  }
}

function notWritten(named: string, why: string): FormworkError {
  return new FormworkError({
    code: 'coverage/not-written',
    message: `${named} cannot be written: ${why}`,
    fix: 'Name a file that is not there yet.',
  });
}
