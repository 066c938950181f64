import { errorCode } from '../../report/error-code.ts';
import { FormworkError } from '../../report/formwork-error.ts';

/** What the disk refuses of a report is `coverage/unreadable`, to be thrown; other errors are returned as they are. */
export function refused(file: string, error: unknown, fix: string): unknown {
  return error instanceof Error && errorCode(error) !== null ? unreadable(file, error.message, fix) : error;
}

/** `why` is the end of a sentence. */
export function unreadable(file: string, why: string, fix: string): FormworkError {
  return new FormworkError({ code: 'coverage/unreadable', message: `${file} cannot be read: ${why}.`, fix });
}
