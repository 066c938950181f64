import { join } from 'node:path';
import type { Files } from '../report/machine.ts';
import { inTheWay } from './target.ts';

/** Where formwork keeps what it knows of its own runs: a folder of the repository that git ignores. */
export type StateFolder = {
  /** There while a run is under way, or was interrupted. */
  readonly journal: string;
  /** The journal while it is being written. */
  readonly draft: string;
  readonly locks: string;
  readonly runs: string;
  /** Files that someone changed in an interrupted run. */
  readonly kept: string;
};

export function stateFolder(root: string): StateFolder {
  const within = (name: string): string => join(root, '.formwork', name);
  return { journal: within('journal'), draft: within('journal.draft'), locks: within('locks'), runs: within('runs'), kept: within('kept') };
}

/** Makes the folders where they are not there. Throws `edit/exists` where `.formwork` is no folder. */
export function openStateFolder(files: Files, root: string): StateFolder {
  const folder = join(root, '.formwork');
  const kind = files.kind(folder);
  if (kind !== null && kind !== 'directory') throw inTheWay('.formwork', `'.formwork' is not a folder, so no run can be recorded.`);
  const state = stateFolder(root);
  for (const made of [state.locks, state.runs]) files.makeFolder(made);
  const ignore = join(folder, '.gitignore');
  if (files.readIfPresent(ignore) !== '*\n') files.write(ignore, '*\n');
  return state;
}
