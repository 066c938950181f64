import { dirname } from 'node:path';
import { absentIsNull } from '../../report/error-code.ts';
import type { Machine } from '../../report/machine.ts';

/**
 * Writes a file so that nobody ever reads half of it: beside its place first, then renamed. Makes the folder where it is not there; where
 * the disk refuses, what stood there still stands, and nothing is left beside it. After a power cut the old file may stand there still.
 */
export function writeWhole(
  { files, processId }: Pick<Machine, 'files' | 'processId'>,
  path: string,
  content: string | readonly Uint8Array[],
): void {
  const beside = `${path}.${processId}.new`;
  files.makeFolder(dirname(path));
  try {
    if (typeof content === 'string') files.write(beside, content, { folderLater: true });
    else files.writePieces(beside, content);
    files.rename(beside, path, { folderLater: true });
  } catch (error) {
    absentIsNull(() => files.remove(beside));
    throw error;
  }
}
