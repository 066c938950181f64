import { basename, dirname, join, resolve } from 'node:path';
import { absentIsNull } from './error-code.ts';
import { systemError } from './faulty-files.ts';
import type { EntryKind, Files } from './machine.ts';

type Entry =
  | { readonly kind: 'file'; readonly text: string; readonly mode: number }
  | { readonly kind: 'directory' }
  | { readonly kind: 'link'; readonly target: string };

/** What lies on a disk that a test draws; every path absolute. */
export type FakeDisk = {
  readonly files: Readonly<Record<string, string>>;
  /** Folders with nothing in them. */
  readonly folders: readonly string[];
  /** From the link's path to what it points to, relative to the link's folder or absolute. */
  readonly links: Readonly<Record<string, string>>;
  /** Folders in which no name can be made, renamed or removed: EACCES. */
  readonly readOnly: readonly string[];
};

export type FakeFiles = Files & {
  /** Every file's text by its absolute path, sorted. */
  readonly texts: () => Readonly<Record<string, string>>;
  /** Where the file is there, its permission bits. */
  readonly modeOf: (path: string) => number | null;
};

/** A disk in memory that answers as the real one does, errors included. */
export function fakeFiles(disk: FakeDisk): FakeFiles {
  const entries = new Map<string, Entry>([['/', { kind: 'directory' }]]);
  const readOnly = new Set(disk.readOnly);
  for (const folder of [...disk.folders, ...disk.readOnly]) place(folder, { kind: 'directory' });
  for (const [path, text] of Object.entries(disk.files)) place(path, { kind: 'file', text, mode: 0o644 });
  for (const [path, target] of Object.entries(disk.links)) place(path, { kind: 'link', target });

  function place(path: string, entry: Entry): void {
    const folder = dirname(path);
    if (!entries.has(folder)) place(folder, { kind: 'directory' });
    entries.set(path, entry);
  }

  /** The path with the links of its folders followed; of the last name too where `whole` is asked. Throws as path resolution does. */
  function follow(path: string, call: string, whole: boolean, hops = 0): string {
    if (path === '/') return path;
    if (hops > 40) throw systemError('ELOOP', call, path);
    const folder = follow(dirname(path), call, true, hops);
    const inFolder = entries.get(folder);
    if (inFolder === undefined) throw systemError('ENOENT', call, path);
    if (inFolder.kind !== 'directory') throw systemError('ENOTDIR', call, path);
    const here = join(folder, basename(path));
    const entry = entries.get(here);
    return whole && entry?.kind === 'link' ? follow(resolve(folder, entry.target), call, true, hops + 1) : here;
  }

  function existing(path: string, call: string, whole: boolean): { readonly at: string; readonly entry: Entry } {
    const at = follow(path, call, whole);
    const entry = entries.get(at);
    if (entry === undefined) throw systemError('ENOENT', call, path);
    return { at, entry };
  }

  function changeable(path: string, call: string): void {
    if (readOnly.has(dirname(path))) throw systemError('EACCES', call, path);
  }

  function below(folder: string): readonly string[] {
    return [...entries.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  function read(path: string): string {
    const { entry } = existing(path, 'open', true);
    if (entry.kind !== 'file') throw systemError('EISDIR', 'read', path);
    return entry.text;
  }

  function kind(path: string): EntryKind | null {
    const at = absentIsNull(() => follow(path, 'lstat', false));
    return at === null ? null : (entries.get(at)?.kind ?? null);
  }

  function makeFolder(path: string): void {
    if (absentIsNull(() => existing(dirname(path), 'mkdir', true)) === null) makeFolder(dirname(path));
    const at = follow(path, 'mkdir', true);
    const there = entries.get(at)?.kind;
    if (there === 'directory') return;
    if (there !== undefined || kind(path) === 'link') throw systemError('EEXIST', 'mkdir', path);
    changeable(at, 'mkdir');
    entries.set(at, { kind: 'directory' });
  }

  function write(path: string, text: string, how: { readonly exclusive?: boolean; readonly mode?: number } = {}): void {
    const { exclusive = false, mode } = how;
    const at = follow(path, 'open', !exclusive);
    const before = entries.get(at);
    if (before !== undefined && exclusive) throw systemError('EEXIST', 'open', path);
    if (before?.kind === 'directory') throw systemError('EISDIR', 'open', path);
    if (before === undefined) changeable(at, 'open');
    entries.set(at, { kind: 'file', text, mode: mode ?? (before?.kind === 'file' ? before.mode : 0o644) });
  }

  return {
    read,
    readIfPresent: (path) => absentIsNull(() => read(path)),

    chunks: (path, within = [{ from: 0, to: Infinity }]) => ({
      *[Symbol.iterator]() {
        const bytes = Buffer.from(read(path));
        for (const { from, to } of within) {
          const piece = bytes.subarray(from, to);
          if (piece.length > 0) yield piece;
        }
      },
    }),

    kind,

    list: (folder) => {
      const { at, entry } = existing(folder, 'scandir', true);
      if (entry.kind !== 'directory') throw systemError('ENOTDIR', 'scandir', folder);
      return [...entries]
        .filter(([path]) => path !== '/' && dirname(path) === at)
        .map(([path, { kind: childKind }]) => ({ name: basename(path), kind: childKind }))
        .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
    },

    realPath: (path) => existing(path, 'lstat', true).at,

    mode: (path) => {
      const { entry } = existing(path, 'lstat', false);
      if (entry.kind !== 'file') throw new Error('A fake disk knows the modes of files only.');
      return entry.mode;
    },

    write,

    writePieces: (path, pieces) => write(path, Buffer.concat([...pieces]).toString()),

    copy: (from, to) => write(to, read(from)),

    rename: (from, to) => {
      follow(from, 'rename', false);
      const target = follow(to, 'rename', false);
      const { at, entry } = existing(from, 'rename', false);
      const there = entries.get(target);
      changeable(at, 'rename');
      changeable(target, 'rename');
      if (at === target) return;
      if (entry.kind === 'directory') throw new Error('A fake disk renames files and links, not folders.');
      if (at.startsWith(`${target}/`)) throw systemError('ENOTEMPTY', 'rename', to);
      if (there?.kind === 'directory') throw systemError('EISDIR', 'rename', to);
      entries.delete(at);
      entries.set(target, entry);
    },

    flushFolder: (folder) => void existing(folder, 'open', true),

    makeFolder,

    remove: (path) => {
      const { at, entry } = existing(path, 'unlink', false);
      if (entry.kind === 'directory') throw systemError('EISDIR', 'unlink', path);
      changeable(at, 'unlink');
      entries.delete(at);
    },

    removeFolder: (path, { withContents = false } = {}) => {
      const { at, entry } = existing(path, 'rmdir', false);
      if (entry.kind !== 'directory') throw systemError('ENOTDIR', 'rmdir', path);
      changeable(at, 'rmdir');
      const contents = below(at);
      if (contents.length > 0 && !withContents) throw systemError('ENOTEMPTY', 'rmdir', path);
      for (const inside of contents) changeable(inside, 'unlink');
      for (const gone of [...contents, at]) entries.delete(gone);
    },

    texts: () => {
      const files = [...entries].flatMap(([path, entry]) => (entry.kind === 'file' ? [[path, entry.text] as const] : []));
      return Object.fromEntries(files.sort(([a], [b]) => Number(a > b) - Number(a < b)));
    },

    modeOf: (path) => {
      const entry = entries.get(path);
      return entry?.kind === 'file' ? entry.mode : null;
    },
  };
}
