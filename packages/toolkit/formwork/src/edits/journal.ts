import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import type { FollowUp } from './plan.ts';
import { stateFolder } from './state-folder.ts';

/** A file as it was. */
export type Image = { readonly text: string; readonly mode: number };

/** What a run changes in one file. */
export type Change = {
  /** Relative to the root. */
  readonly path: string;
  /** Null where the run makes the file. */
  readonly before: Image | null;
  readonly after: string;
};

/**
 * What it takes to take a run back. While the run is under way this is the journal; when it is done, its record.
 * The tree is always taken to what was before the run: an apply that was interrupted is rolled back, an undo is finished.
 */
export type Journal = {
  readonly schema: 'formwork/run@1';
  readonly doing: 'apply' | 'undo';
  /** From 1. */
  readonly run: number;
  /** Part of the names of the files that are on their way in. */
  readonly token: string;
  readonly command: string;
  readonly changes: readonly Change[];
  /** The folders that the run makes, outermost first, relative to the root. */
  readonly folders: readonly string[];
  readonly followUps: readonly FollowUp[];
  readonly lockfile: {
    /** Null where there was none. */
    readonly before: Image | null;
    /** SHA-256 of what the run left there; null where it left none, and while it is under way. */
    readonly after: string | null;
    /** Whether an interruption puts it back, whatever is there. */
    readonly restore: boolean;
  };
};

/** The lockfile that follow-ups change, relative to the root. */
export const lockfilePath = 'pnpm-lock.yaml';

/** Puts the journal on the disk, whole or not at all. */
export function writeJournal(journal: Journal, files: Files, root: string): void {
  const state = stateFolder(root);
  files.write(state.draft, JSON.stringify(journal));
  files.rename(state.draft, state.journal);
}

/** The journal of a run that is not done; null where there is none. Throws `run/unreadable`. */
export async function readJournal(files: Files, root: string): Promise<Journal | null> {
  return readRun(stateFolder(root).journal, '.formwork/journal', files);
}

/** The record of the last run that can be taken back; null where there is none. Throws `run/unreadable`. */
export async function readLastRun(files: Files, root: string): Promise<Journal | null> {
  const last = runNumbers(files, root).at(-1);
  return last === undefined ? null : readRun(recordOf(last, root), `.formwork/runs/${last}.json`, files);
}

/** All records that can be read, oldest first. */
export async function readRecords(files: Files, root: string): Promise<readonly Journal[]> {
  const { parseJournal } = await import('./parse-journal.ts');
  return runNumbers(files, root).flatMap((run) => parseJournal(files.read(recordOf(run, root))) ?? []);
}

/** The numbers of the runs on record, ascending. */
export function runNumbers(files: Files, root: string): readonly number[] {
  const { runs } = stateFolder(root);
  if (files.kind(runs) === null) return [];
  return files
    .list(runs)
    .flatMap(({ name }) => /^([1-9]\d*)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Where a run's record lies. */
export function recordOf(run: number, root: string): string {
  return join(stateFolder(root).runs, `${run}.json`);
}

async function readRun(path: string, shown: string, files: Files): Promise<Journal | null> {
  const text = files.readIfPresent(path);
  if (text === null) return null;
  const { parseJournal } = await import('./parse-journal.ts');
  const journal = parseJournal(text);
  if (journal !== null) return journal;
  throw new FormworkError({
    code: 'run/unreadable',
    message: `${shown} is damaged, or was written by another version of formwork.`,
    fix: `Use the version that wrote it; or compare the tree with git status, repair it by hand, and remove ${shown}.`,
    file: shown,
  });
}
