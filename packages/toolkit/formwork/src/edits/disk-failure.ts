import { errorCode } from '../report/error-code.ts';
import { FormworkError } from '../report/formwork-error.ts';

/** An error of the disk that users can do something about, as `edit/disk-full` or `edit/read-only`; any other error as it is. */
export function diskFailure(error: unknown): unknown {
  const code = errorCode(error) ?? '';
  const at = error instanceof Error && 'path' in error && typeof error.path === 'string' ? ` at ${error.path}` : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `The disk is full${at}; nothing of this run was left behind.`;
    return new FormworkError({ code: 'edit/disk-full', message, fix: 'Free some space, then run this again.', cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const message = `Writing is not allowed${at} (${code}); nothing of this run was left behind.`;
    return new FormworkError({
      code: 'edit/read-only',
      message,
      fix: 'Make the folder writable for you, then run this again.',
      cause: error,
    });
  }
  return error;
}

/** The same error where its traces could not be removed. */
export function withTraces(error: unknown): unknown {
  if (!(error instanceof FormworkError)) return error;
  const message = error.message.replace('nothing of this run was left behind', 'the next formwork command takes back what is left of it');
  return new FormworkError({ code: error.code, message, fix: error.fix, file: error.file, cause: error.cause });
}
