import { readFileSync } from 'node:fs';
import { absentIsNull, errorCode } from './error-code.ts';

/** Whether a process of that id runs here. One that has ended and that nobody has waited for (a zombie) does not. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  // Linux alone tells; elsewhere a zombie counts until its parent looks.
  const status = absentIsNull(() => readFileSync(`/proc/${processId}/stat`, 'utf8'));
  return status === null || !/\) Z /.test(status);
}
