import { isAbsolute, sep } from 'node:path';

/** Whether a path that `relative` gave leads out of the folder that it is relative to. */
export function isOutside(path: string): boolean {
  return isAbsolute(path) || path.split(sep)[0] === '..';
}
