import type { Files } from './machine.ts';

/** A call that changes the disk; `path` is what comes to be, or goes. */
export type WriteOperation =
  | { readonly name: 'write'; readonly path: string; readonly text: string }
  | { readonly name: 'rename'; readonly path: string; readonly from: string }
  | { readonly name: 'makeFolder' | 'remove' | 'removeFolder'; readonly path: string };

/**
 * Called before each change of the disk, with its index from 0. What it throws is what the caller sees, and nothing was changed.
 * It may also end the process, or leave half a file behind itself.
 */
export type BeforeWrite = (operation: WriteOperation, index: number) => void;

/** The same files, real or fake, where a test decides which change fails. */
export function faultyFiles(files: Files, beforeWrite: BeforeWrite): Files {
  let index = 0;
  const announce = (operation: WriteOperation): void => beforeWrite(operation, index++);
  return {
    ...files,
    write: (path, text, how) => {
      announce({ name: 'write', path, text });
      files.write(path, text, how);
    },
    writePieces: (path, pieces) => {
      const bytes = Buffer.concat([...pieces]);
      announce({ name: 'write', path, text: bytes.toString() });
      files.writePieces(path, [bytes]);
    },
    rename: (from, to, how) => {
      announce({ name: 'rename', path: to, from });
      files.rename(from, to, how);
    },
    makeFolder: (path) => {
      announce({ name: 'makeFolder', path });
      files.makeFolder(path);
    },
    remove: (path) => {
      announce({ name: 'remove', path });
      files.remove(path);
    },
    removeFolder: (path, how) => {
      announce({ name: 'removeFolder', path });
      files.removeFolder(path, how);
    },
  };
}

/** Node's error for a disk that is full, read-only or failing: `systemError('ENOSPC', 'write', path)`. */
export function systemError(code: string, call: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${call} '${path}'`), { code, syscall: call, path });
}
