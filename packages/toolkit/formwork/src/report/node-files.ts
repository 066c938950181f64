import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from './error-code.ts';
import type { EntryKind, Files } from './machine.ts';

/** The real disk. What was written, renamed or removed survives a power cut once the call has returned. */
export const nodeFiles: Files = {
  read: (path) => readFileSync(path, 'utf8'),

  readIfPresent: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },

  kind: (path) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : entryKind(found);
  },

  list: (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: entryKind(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),

  realPath: (path) => realpathSync(path),

  write: (path, text, { exclusive = false, mode } = {}) => {
    const isNew = !existsSync(path);
    const handle = openSync(path, exclusive ? 'wx' : 'w', mode);
    try {
      if (mode !== undefined) fchmodSync(handle, mode);
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (isNew) flushFolder(dirname(path));
  },

  rename: (from, to) => {
    renameSync(from, to);
    flushFolder(dirname(to));
    if (dirname(from) !== dirname(to)) flushFolder(dirname(from));
  },

  makeFolder: (path) => {
    const firstMade = mkdirSync(path, { recursive: true });
    if (firstMade === undefined) return;
    let folder = resolve(path);
    do {
      folder = dirname(folder);
      flushFolder(folder);
    } while (folder !== dirname(firstMade));
  },

  remove: (path) => {
    unlinkSync(path);
    flushFolder(dirname(path));
  },

  removeFolder: (path, { withContents = false } = {}) => {
    if (withContents) rmSync(path, { recursive: true });
    else rmdirSync(path);
    flushFolder(dirname(path));
  },
};

function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function entryKind(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** A new name in a folder is on the disk only when the folder is, too: fsync(2). */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
