import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { absentIsNull, errorCode } from './error-code.ts';
import type { EntryKind, Files, Stretch } from './machine.ts';

/** The real disk. What was written, renamed or removed survives a power cut once the call has returned. */
export const nodeFiles: Files = {
  read: (path) => readFileSync(path, 'utf8'),

  readIfPresent: (path) => absentIsNull(() => readFileSync(path, 'utf8')),

  chunks: (path, within) => ({ [Symbol.iterator]: () => piecesOf(path, within) }),

  kind: (path) => {
    // What is absent is asked for often, and an error costs ten times the look.
    const entry = absentIsNull(() => lstatSync(path, { throwIfNoEntry: false }));
    return entry === null || entry === undefined ? null : entryKind(entry);
  },

  list: (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: entryKind(entry) }))
      .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name)),

  realPath: (path) => realpathSync(path),

  mode: (path) => lstatSync(path).mode & 0o7777,

  write: (path, text, { exclusive = false, mode, folderLater = false } = {}) => {
    if (folderLater || existsSync(path)) writeFlushed(path, [text], exclusive, mode);
    else inFlushedFolder(path, () => writeFlushed(path, [text], exclusive, mode));
  },

  writePieces: (path, pieces) => writeFlushed(path, gathered(pieces)),

  copy: (from, to) => {
    const { mtimeMs } = statSync(from);
    writeFileSync(to, readFileSync(from));
    const changedAt = Math.floor(mtimeMs) / 1000;
    utimesSync(to, changedAt, changedAt);
  },

  rename: (from, to, { folderLater = false } = {}) => {
    if (folderLater) renameSync(from, to);
    else if (dirname(from) === dirname(to)) inFlushedFolder(to, () => renameSync(from, to));
    else inFlushedFolder(from, () => inFlushedFolder(to, () => renameSync(from, to)));
  },

  flushFolder: (folder) => inFlushedFolder(`${folder}/.`, () => {}),

  makeFolder: (path) => {
    try {
      inFlushedFolder(path, () => mkdirSync(path));
    } catch (error) {
      // It was there, or another process was faster.
      if (isFolder(path)) return;
      const parent = dirname(resolve(path));
      if (errorCode(error) !== 'ENOENT' || isFolder(parent)) throw error;
      // Not Node's `recursive`: it never returns where the folder is there and takes nothing in, as those of /proc.
      nodeFiles.makeFolder(parent);
      nodeFiles.makeFolder(path);
    }
  },

  remove: (path) => inFlushedFolder(path, () => unlinkSync(path)),

  removeFolder: (path, { withContents = false } = {}) => {
    inFlushedFolder(path, () => {
      // By its real path: a link on the way may be among the contents.
      if (withContents && entryKind(lstatSync(path)) === 'directory') rmSync(realpathSync(path), { recursive: true });
      else rmdirSync(path);
    });
  },
};

function* piecesOf(path: string, within?: readonly Stretch[]): Generator<Uint8Array, void, undefined> {
  const handle = openSync(path, 'r');
  try {
    // As large as the file says that it is: many are small, and the memory of a piece is what reading them costs.
    const piece = Buffer.allocUnsafe(Math.min(Math.max(fstatSync(handle).size, 2 ** 12), 2 ** 20));
    for (const { from, to } of within ?? [whole]) {
      for (let at = from, length = -1; at < to && length !== 0; at += length) {
        // Without a place where nobody asked for one: what is no file has none.
        length = readSync(handle, piece, 0, Math.min(piece.length, to - at), within === undefined ? null : at);
        if (length > 0) yield piece.subarray(0, length);
      }
    }
  } finally {
    closeSync(handle);
  }
}

const whole: Stretch = { from: 0, to: Infinity };

/** Small pieces together: each write is a call of the system. */
function* gathered(pieces: Iterable<Uint8Array>): Generator<Uint8Array, void, undefined> {
  const room = Buffer.allocUnsafe(2 ** 20);
  let length = 0;
  for (const piece of pieces) {
    if (length + piece.length > room.length) {
      yield room.subarray(0, length);
      length = 0;
    }
    if (piece.length > room.length) yield piece;
    else {
      room.set(piece, length);
      length += piece.length;
    }
  }
  yield room.subarray(0, length);
}

function writeFlushed(path: string, pieces: Iterable<string | Uint8Array>, exclusive = false, mode?: number): void {
  const handle = openSync(path, exclusive ? 'wx' : 'w', mode);
  try {
    if (mode !== undefined) fchmodSync(handle, mode);
    for (const piece of pieces) writeFileSync(handle, piece);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a change to a name, then flushes the folder of that name: without it, a name can be lost though its file is on the disk; fsync(2).
 * The folder is opened before, as the change may take away a link on the way to it.
 */
function inFlushedFolder(path: string, change: () => void): void {
  const folder = openSync(dirname(path), constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    change();
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isFolder(path: string): boolean {
  return absentIsNull(() => statSync(path))?.isDirectory() === true;
}

function entryKind(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
