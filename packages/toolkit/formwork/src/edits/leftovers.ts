import { join } from 'node:path';
import type { Files } from '../report/machine.ts';
import { foldersTo } from './path-rules.ts';

/** The outermost files and folders in some folders that are neither `made` nor lead to it, relative to the root. */
export function leftoversIn(folders: readonly string[], made: ReadonlySet<string>, files: Files, root: string): readonly string[] {
  const leading = new Set([...made].flatMap(foldersTo));
  const below = (folder: string): readonly string[] =>
    files.list(join(root, folder)).flatMap(({ name }) => {
      const path = `${folder}/${name}`;
      if (made.has(path)) return [];
      return leading.has(path) ? below(path) : [path];
    });
  return outermost(folders)
    .filter((folder) => files.kind(join(root, folder)) === 'directory')
    .flatMap(below);
}

/** Those that do not lie in another one. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !foldersTo(folder).some((outer) => folders.includes(outer)));
}

/** Where git cannot be asked: everything but what an install leaves. */
export function othersWorkOnDisk(folders: readonly string[], made: ReadonlySet<string>, files: Files, root: string): readonly string[] {
  return leftoversIn(folders, made, files, root).filter((path) => !path.endsWith('/node_modules'));
}
