import { dirname, join } from 'node:path';
import { absentIsNull } from '../report/error-code.ts';
import type { Files } from '../report/machine.ts';
import { incomingLockfile, incomingOf } from './incoming.ts';
import { lockfilePath, type Change, type Image, type Journal } from './journal.ts';
import { stateFolder } from './state-folder.ts';
import { inTheWay, locate } from './target.ts';

export type TakenBack = {
  /** Files that are as they were before the run. */
  readonly restored: readonly string[];
  /** Files that the run had made. */
  readonly removed: readonly string[];
  /** Files that someone had changed since; what they held lies under `keptIn` now. */
  readonly kept: readonly string[];
  /** Relative to the root. */
  readonly keptIn: string;
};

/** What has to happen to one file; what it was before the run waits beside it. */
type Return = { readonly change: Change; readonly act: 'restore' | 'remove'; readonly keep: boolean };

/**
 * Takes the tree to what it was before a run, from wherever the run or an earlier attempt stopped. Folders that the run made go with
 * everything in them, but for those that hold one of `othersWork`. Synchronous, so that no signal comes in between.
 * Throws as `stageBack` does, and Node's errors.
 */
export function takeBack(journal: Journal, othersWork: readonly string[], files: Files, root: string): TakenBack {
  return settleBack(journal, stageBack(journal, files, root), othersWork, files, root);
}

/**
 * Looks at what has to go back, and writes all of it beside its place: the part that needs room on the disk. Changes nothing else.
 * Throws as `locate` does, and Node's errors.
 */
export function stageBack(journal: Journal, files: Files, root: string): readonly Return[] {
  absentIsNull(() => files.remove(stateFolder(root).draft));
  const returns = journal.changes.flatMap((change) => returnOf(change, files, root));
  for (const { change } of returns) if (change.before !== null) putBeside(incomingOf(change, journal), change.before, files, root);
  const { before } = journal.lockfile;
  if (before !== null && isLockfileOff(journal, files, root)) putBeside(incomingLockfile(journal), before, files, root);
  return returns;
}

/** The second half: renames and removals alone. Can be done again where it was interrupted. */
export function settleBack(
  journal: Journal,
  returns: readonly Return[],
  othersWork: readonly string[],
  files: Files,
  root: string,
): TakenBack {
  const keptIn = `.formwork/kept/${journal.token}`;
  for (const { change, act, keep } of returns) {
    const path = join(root, change.path);
    if (keep) keepAside(path, join(root, keptIn, change.path), files);
    if (act === 'restore') files.rename(join(root, incomingOf(change, journal)), path);
    else if (!keep) files.remove(path);
  }
  if (isLockfileOff(journal, files, root)) settleLockfile(journal, files, root);
  removeIncoming(journal, files, root);
  for (const folder of journal.folders) {
    const isOthers = othersWork.some((path) => path.startsWith(`${folder}/`));
    if (!isOthers && files.kind(join(root, folder)) === 'directory') files.removeFolder(join(root, folder), { withContents: true });
  }
  const pathsOf = (wanted: (one: Return) => boolean): readonly string[] => returns.filter(wanted).map(({ change }) => change.path);
  return {
    restored: pathsOf(({ act }) => act === 'restore'),
    removed: pathsOf(({ act }) => act === 'remove'),
    kept: pathsOf(({ keep }) => keep),
    keptIn,
  };
}

/** Removes what waits beside its place. */
export function removeIncoming(journal: Journal, files: Files, root: string): void {
  for (const path of [...journal.changes.map((change) => incomingOf(change, journal)), incomingLockfile(journal)]) {
    absentIsNull(() => files.remove(join(root, path)));
  }
}

function returnOf(change: Change, files: Files, root: string): readonly Return[] {
  const { path, before, after } = change;
  locate(path, files, root);
  const absolute = join(root, path);
  const kind = files.kind(absolute);
  if (kind === 'directory') throw inTheWay(path, `'${path}' is a folder now, so it cannot be taken back.`);
  const text = kind === 'file' ? files.read(absolute) : null;
  if (before === null) return kind === null ? [] : [{ change, act: 'remove', keep: text !== after }];
  return text === before.text ? [] : [{ change, act: 'restore', keep: kind !== null && text !== after }];
}

function putBeside(path: string, { text, mode }: Image, files: Files, root: string): void {
  files.makeFolder(dirname(join(root, path)));
  files.write(join(root, path), text, { mode });
}

function keepAside(path: string, aside: string, files: Files): void {
  files.makeFolder(dirname(aside));
  files.rename(path, aside);
}

function isLockfileOff({ lockfile }: Journal, files: Files, root: string): boolean {
  return lockfile.restore && files.readIfPresent(join(root, lockfilePath)) !== (lockfile.before?.text ?? null);
}

function settleLockfile(journal: Journal, files: Files, root: string): void {
  const path = join(root, lockfilePath);
  if (journal.lockfile.before === null) files.remove(path);
  else files.rename(join(root, incomingLockfile(journal)), path);
}
