import { join, posix } from 'node:path';
import type { EntryKind } from '../../report/machine.ts';
import type { Where } from './ask-git.ts';
import type { ChangedFile } from './changed-file.ts';
import { countLines, firstMisfit } from './fits.ts';
import type { GitName } from './git-name.ts';
import type { PatchedFile } from './parse-patch.ts';

/** The sources below the root as they lie there now. Git's names are from its toplevel, all others from the root. */
export type Tree = {
  /** Null where it lies outside of the root. */
  readonly nameOf: (name: GitName) => string | null;
  /** Whether it is named like a source below the root, there or not. */
  readonly isSource: (name: GitName) => boolean;
  /** Whether such a file stands there, and no link or folder; of a name that is no text the disk cannot be asked, so that it counts. */
  readonly holds: (name: GitName) => boolean;
  /**
   * What a diff says of a file, in names from the root; null where it is no source, or something else stands there. Where nothing does, it
   * is one that was not checked out: what is gone, git tells as gone.
   */
  readonly place: (patched: PatchedFile) => ChangedFile | null;
  /** All of its lines, where nobody knows which of them stood there before. */
  readonly whole: (file: string) => ChangedFile;
};

/** `prefix` is the root's path from git's toplevel, ending in a slash where it is not empty. */
export function treeBelow({ machine, root }: Where, prefix: string, isNamedSource: (file: string) => boolean): Tree {
  const nameOf = ({ text }: GitName): string | null => (text.startsWith(prefix) ? text.slice(prefix.length) : null);
  const textOf = (file: string): string => machine.files.read(join(root, file));

  const isSource = (name: GitName): boolean => {
    const file = nameOf(name);
    return file !== null && isNamedSource(file);
  };
  const kindOf = (name: GitName): EntryKind | null => machine.files.kind(join(root, `${nameOf(name)}`));
  const holds = (name: GitName): boolean => isSource(name) && (!name.isText || kindOf(name) === 'file');

  const place = ({ names: [name], isNew, movedFrom, lines, added, hunks }: PatchedFile): ChangedFile | null => {
    const file = nameOf(name);
    if (file === null || !isSource(name)) return null;
    const kind = name.isText ? kindOf(name) : null;
    if (kind !== null && kind !== 'file') return null;
    const from = movedFrom === null ? file : posix.relative(prefix, movedFrom.text);
    const changed = { file, from: isNew ? null : from, lines, hunks };
    // A filter may have made other lines of it for git, and somebody may be writing it.
    return kind === 'file' && firstMisfit(textOf(file), { lines, added }) !== null ? wholeFile(file, textOf(file)) : changed;
  };

  return { nameOf, isSource, holds, place, whole: (file) => wholeFile(file, textOf(file)) };
}

/** A file as if all of it were new. */
export function wholeFile(file: string, text: string): ChangedFile {
  const newCount = countLines(text);
  const lines = new Set(Array.from({ length: newCount }, (_, index) => index + 1));
  return { file, from: null, lines, hunks: newCount === 0 ? [] : [{ oldStart: 0, oldCount: 0, newStart: 1, newCount }] };
}
