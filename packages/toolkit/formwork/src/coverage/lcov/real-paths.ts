import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../report/error-code.ts';
import type { EntryKind, Files } from '../../report/machine.ts';

/** Where a path leads, links followed; null where nothing of that kind is there, or nobody can tell. */
export type RealPath = (path: string, kind: Extract<EntryKind, 'file' | 'directory'>) => string | null;

/** Looks up many paths of few folders: each folder is asked about once. */
export function realPathsOf(files: Files): RealPath {
  const folders = new Map<string, string | null>();
  const kindAt = (path: string): EntryKind | null => unlessRefused(() => files.kind(path));

  function lookUp(path: string, kind: EntryKind): string | null {
    const folder = dirname(path);
    if (folder === path) return path;
    const realFolder = folderAt(folder);
    if (realFolder === null) return null;
    const here = join(realFolder, basename(path));
    const found = kindAt(here);
    if (found !== 'link') return found === kind ? here : null;
    const target = unlessRefused(() => files.realPath(here));
    return target !== null && kindAt(target) === kind ? target : null;
  }

  function folderAt(path: string): string | null {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const found = lookUp(path, 'directory');
    folders.set(path, found);
    return found;
  }

  return (path, kind) => (kind === 'directory' ? folderAt(path) : lookUp(path, kind));
}

/** A name that no disk can hold is not there; neither is one that nobody may look at. */
function unlessRefused<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
