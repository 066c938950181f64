import { isAbsolute, join, relative, sep } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { foldersTo, pathProblem } from './path-rules.ts';

/** A place to write to, looked at on the disk. */
export type Target = {
  /** The file's text; null where there is none yet. */
  readonly text: string | null;
  /** The folders on the way that are not there yet, outermost first, relative to the root. */
  readonly missingFolders: readonly string[];
  /** The absolute path with the links of its folders followed: one file has one. */
  readonly realPath: string;
};

/**
 * Looks at a path relative to the root, following the links of every folder on the way.
 * Throws `edit/outside-root`, `edit/exists` where something other than a file or folder is in the way, and `edit/not-text`.
 */
export function lookAt(path: string, files: Files, root: string): Target {
  const problem = pathProblem(path);
  if (problem !== null) throw outside(path, `'${path}' ${problem}.`);
  const folders = foldersTo(path);
  const missingFolders = folders.filter((folder) => files.kind(join(root, folder)) === null);
  const standing = folders.slice(0, folders.length - missingFolders.length);
  for (const folder of standing) assertFolder(path, folder, files, root);
  const base = standing.at(-1) ?? '';
  const realPath = join(files.realPath(join(root, base)), path.slice(base.length));
  return { text: missingFolders.length > 0 ? null : readFile(path, files, root), missingFolders, realPath };
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
  return new FormworkError({ code: 'edit/outside-root', message, fix: 'Write inside the repository, through folders and not links.', file: path });
}

function inTheWay(path: string, message: string): FormworkError {
  return new FormworkError({ code: 'edit/exists', message, fix: 'Move it away, or choose another name.', file: path });
}
