import { dirname, join } from 'node:path';
import type { Files } from './machine.ts';

/** Git's toplevel by its `.git`, folder or file: the nearest folder that holds one, from the root upwards; the root itself where there is none. */
export function toplevelOf(root: string, files: Files): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (files.kind(join(folder, '.git')) !== null) return folder;
    if (folder === dirname(folder)) return root;
  }
}
