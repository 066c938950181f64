import { join, relative, sep } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import { isOutside } from '../../report/is-outside.ts';
import type { Files } from '../../report/machine.ts';
import { toplevelOf } from '../../report/toplevel.ts';
import type { Where } from './ask-git.ts';
import type { ChangedFile } from './changed-file.ts';
import { firstMisfit } from './fits.ts';
import { parsePatch, type PatchedFile } from './parse-patch.ts';
import { unreadable } from './patch-text.ts';
import { isSourceOf } from './source-file.ts';
import { wholeFile } from './tree.ts';

/**
 * The sources that a diff made elsewhere says to have changed; see `changedFiles`. Its names may be from git's toplevel or from the root,
 * with a prefix or without. What it adds must stand in the working tree.
 * Throws `git/diff-unreadable` and `git/diff-does-not-fit`.
 */
export function changedInDiff(text: string, { machine, root }: Where, languages: readonly string[] = []): readonly ChangedFile[] {
  const place = placing(machine.files, root, languages);
  return parseDiffFile(text)
    .flatMap((patched) => place(patched) ?? [])
    .sort((a, b) => Number(a.file > b.file) - Number(a.file < b.file));
}

/**
 * Reads a diff made elsewhere: git's or a plain unified one, with context or without, whatever its prefixes and its line ends are.
 * Throws `git/diff-unreadable`, also where it tells of a file twice, as a series of commits does.
 */
export function parseDiffFile(text: string): readonly PatchedFile[] {
  const diff = text.replace(/^\uFEFF/, '');
  const header = /^(?:diff --git|---) [^\n]*/m.exec(diff)?.[0] ?? '';
  const { files, told } = parsePatch(header.endsWith('\r') ? diff.replaceAll('\r\n', '\n') : diff);
  if (told === 0 && diff.trim() !== '') throw unreadable(diff.trim().replace(/\n.*/s, ''));
  const seen = new Set<string>();
  for (const { names } of files) {
    const name = names[0].text;
    if (seen.has(name)) throw unreadable(`+++ ${name}, for the second time`);
    seen.add(name);
  }
  return files;
}

type Place = { readonly folder: string; readonly path: string };

/** Finds what a part of a diff tells of; null where it is no source below the root, or only lost lines. */
function placing(files: Files, root: string, languages: readonly string[]): (patched: PatchedFile) => ChangedFile | null {
  const folders = unique([toplevelOf(root, files), root]);
  const fromRoot = (path: string): string => relative(root, path).replaceAll(sep, '/');

  return (patched) => {
    const { names, isNew, movedFrom, isWhole, lines, hunks } = patched;
    const tellsLines = isWhole || lines.size > 0;
    const places = unique(names.map(({ text }) => text)).flatMap((name) =>
      folders.map((folder): Place => ({ folder, path: join(folder, name) })),
    );
    const sources = places.filter(({ path }) => isSourceOf(fromRoot(path), languages)).filter(isFirst);
    const standing = sources.filter(({ path }) => files.kind(path) === 'file');
    const compared = standing.map((place) => ({ ...place, misfit: firstMisfit(files.read(place.path), patched) }));
    const [fitting, other] = compared.filter(({ misfit }) => misfit === null);
    if (fitting === undefined) {
      if (sources.length === 0 || !tellsLines) return null;
      const [nearest] = compared;
      throw nearest === undefined ? absent(names[0].text) : unlike(fromRoot(nearest.path), Number(nearest.misfit));
    }
    if (other !== undefined && tellsLines)
      throw unreadable(`+++ ${names[0].text}, which could be ${fromRoot(fitting.path)} or ${fromRoot(other.path)}`);

    const file = fromRoot(fitting.path);
    if (isOutside(file)) return null;
    if (isWhole) return wholeFile(file, files.read(fitting.path));
    const from = movedFrom === null ? file : fromRoot(join(fitting.folder, movedFrom.text));
    return { file, from: isNew ? null : from, lines, hunks };
  };
}

/** Whether no place before it is the same: a name may be written in two ways, `./a.js` and `a.js`. */
function isFirst({ path }: Place, index: number, places: readonly Place[]): boolean {
  return places.findIndex((place) => place.path === path) === index;
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function absent(file: string): FormworkError {
  return doesNotFit(file, 1, `The diff adds lines to ${file}, which is no file here.`);
}

function unlike(file: string, line: number): FormworkError {
  return doesNotFit(file, line, `The diff does not fit: ${file}:${line} is not the line that it adds.`);
}

function doesNotFit(file: string, line: number, message: string): FormworkError {
  return new FormworkError({
    code: 'git/diff-does-not-fit',
    message,
    fix: 'Make the diff of the tree as it lies here, or leave --diff-file out.',
    file,
    line,
  });
}
