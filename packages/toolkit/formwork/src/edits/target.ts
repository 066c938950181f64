import { isAbsolute, join, relative, sep } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { foldersTo, pathProblem } from './path-rules.ts';

/** A place to write to, as far as its folders go. */
export type Place = {
  /** The folders on the way that are not there yet, outermost first, relative to the root. */
  readonly missingFolders: readonly string[];
  /** The absolute path with the links of its folders followed: one file has one. */
  readonly realPath: string;
};

/**
 * Follows the folders that lead to a path, links resolved; the path is relative to the root.
 * Throws `edit/outside-root`, and `edit/exists` where something else is where a folder has to be.
 */
export function locate(path: string, files: Files, root: string): Place {
  const problem = pathProblem(path);
  if (problem !== null) throw outside(path, `'${path}' ${problem}.`);
  const folders = foldersTo(path);
  const missingFolders = folders.filter((folder) => files.kind(join(root, folder)) === null);
  const standing = folders.slice(0, folders.length - missingFolders.length);
  for (const folder of standing) assertFolder(path, folder, files, root);
  const nearest = standing.at(-1) ?? '';
  return { missingFolders, realPath: join(files.realPath(join(root, nearest)), path.slice(nearest.length)) };
}

/**
 * A place to write to, with the text that is there; null where there is no file yet.
 * Throws as `locate` does, and `edit/exists` and `edit/not-text` where what is there is no text file.
 */
export function lookAt(path: string, files: Files, root: string): Place & { readonly text: string | null } {
  return { ...locate(path, files, root), text: readFile(path, files, root) };
}

function assertFolder(path: string, folder: string, files: Files, root: string): void {
  const kind = files.kind(join(root, folder));
  if (kind === 'directory') return;
  const target = kind === 'link' ? realPathIfAny(join(root, folder), files) : null;
  if (kind === 'link' && (target === null || !isInside(target, files.realPath(root)))) {
    throw outside(path, `'${path}' is not inside the root: ${folder} is a link that leads ${target === null ? 'nowhere' : 'out of it'}.`);
  }
  if (target === null || files.kind(target) !== 'directory') throw inTheWay(path, `'${path}' cannot be made: ${folder} is not a folder.`);
}

function readFile(path: string, files: Files, root: string): string | null {
  const absolute = join(root, path);
  const kind = files.kind(absolute);
  if (kind === null) return null;
  if (kind === 'link') throw outside(path, `'${path}' is a link; only files are written.`);
  if (kind !== 'file') throw inTheWay(path, `'${path}' is there already and is not a file.`);
  const text = files.read(absolute);
  if (!text.includes('\uFFFD')) return text;
  throw new FormworkError({
    code: 'edit/not-text',
    message: `'${path}' is not UTF-8 text, so it cannot be edited safely.`,
    fix: 'Save it as UTF-8, or change it by hand.',
    file: path,
  });
}

function realPathIfAny(path: string, files: Files): string | null {
  try {
    return files.realPath(path);
  } catch {
    return null;
  }
}

/** Inside, and by no link into a folder that no edit may touch. */
function isInside(path: string, realRoot: string): boolean {
  const way = relative(realRoot, path);
  return way === '' || (!isAbsolute(way) && pathProblem(way.split(sep).join('/')) === null);
}

function outside(path: string, message: string): FormworkError {
  return new FormworkError({
    code: 'edit/outside-root',
    message,
    fix: 'Write inside the repository, through folders and not links.',
    file: path,
  });
}

/** `edit/exists`: something stands where a file or folder has to be. */
export function inTheWay(path: string, message: string): FormworkError {
  return new FormworkError({ code: 'edit/exists', message, fix: 'Move it away, or choose another name.', file: path });
}
