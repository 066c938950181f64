import { dirname, resolve } from 'node:path';
import { errorCode } from '../../../report/error-code.ts';
import { FormworkError } from '../../../report/formwork-error.ts';
import type { Machine } from '../../../report/machine.ts';
import { generator } from './render-diff-html.ts';

/**
 * Writes a page, and the folders that lead to it, to where it was `named` relative to the machine's folder; over an earlier page, and over
 * nothing else: `--html src/fee.js` is a slip. Throws `coverage/page-not-written`.
 */
export function writePage(page: string, named: string, { folder, files }: Pick<Machine, 'folder' | 'files'>): void {
  const path = resolve(folder, named);
  try {
    const there = files.readIfPresent(path) ?? '';
    if (there !== '' && !there.includes(generator)) throw notWritten(named, 'something else than such a page lies there.');
    files.makeFolder(dirname(path));
    files.write(path, page);
  } catch (error) {
    if (error instanceof FormworkError || errorCode(error) === null) throw error;
    throw notWritten(named, errorCode(error) === 'EISDIR' ? 'it is a folder.' : `${error}`);
  }
}

function notWritten(named: string, why: string): FormworkError {
  return new FormworkError({
    code: 'coverage/page-not-written',
    message: `The page cannot be written to ${named}: ${why}`,
    fix: 'Name a file that is not there yet, or an earlier page: --html coverage/diff.html.',
  });
}
