import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { othersWorkIn } from './ask-git.ts';
import { madeBy } from './incoming.ts';
import { lockfilePath, readLastRun, readRecords, type Change, type Journal } from './journal.ts';
import { leftoversIn } from './leftovers.ts';
import { diffOf } from './render-diff.ts';
import { sha256 } from '../report/sha256.ts';
import { lookAt } from './target.ts';

/** What taking the last run back would do. Paths are relative to the root. */
export type UndoPlan = {
  readonly schema: 'formwork/undo@1';
  readonly run: number;
  readonly command: string;
  /** Files that get back what they held. */
  readonly restore: readonly string[];
  /** Files that the run made. */
  readonly remove: readonly string[];
  /** What lies in folders that the run made and that git ignores: it goes, too. */
  readonly leftovers: readonly string[];
  readonly lockfile: 'as it is' | 'restore' | 'by install';
  /** Whether `pnpm install` has to run so that what is installed fits again. */
  readonly install: boolean;
};

/** How many lines of a diff a message shows. */
const shownLines = 200;

/**
 * Reads what taking the last run back would do, and the journal of doing it. Changes nothing. A file that is as it was before the run, or
 * before one of those before it, stays as it is: someone took it back by hand.
 * Throws `undo/nothing`, `undo/edited` with the diff where someone changed, added or removed something since, and `run/unreadable`.
 */
export async function readUndo(machine: Machine, root: string): Promise<{ readonly plan: UndoPlan; readonly journal: Journal }> {
  const { files } = machine;
  const record = await readLastRun(files, root);
  if (record === null) throw nothing();
  const earlier = (await readRecords(files, root)).filter(({ run }) => run < record.run);
  const made = madeBy(record);
  const now = record.changes.map((change) => ({ change, text: lookAt(change.path, files, root).text }));
  const edited = now.filter(({ change, text }) => text !== change.after && !statesBefore(change, earlier).includes(text));
  const added = await othersWorkIn(record.folders, made, machine, root);
  const [file] = [...edited.map(({ change }) => change.path), ...added];
  if (file !== undefined) throw editedSince(record.command, file, edited, added);
  const standing = now.filter(({ change, text }) => text === change.after).map(({ change }) => change);
  const leftovers = leftoversIn(record.folders, made, files, root);
  const lockfile = lockfileOf(record, files.readIfPresent(join(root, lockfilePath)));
  const isLeft = standing.length > 0 || leftovers.length > 0 || lockfile === 'restore';
  const plan: UndoPlan = {
    schema: 'formwork/undo@1',
    run: record.run,
    command: record.command,
    restore: standing.filter(({ before }) => before !== null).map(({ path }) => path),
    remove: standing.filter(({ before }) => before === null).map(({ path }) => path),
    leftovers,
    lockfile: isLeft ? lockfile : 'as it is',
    install: isLeft && (record.followUps.length > 0 || lockfile === 'by install'),
  };
  const changes = now.filter(({ change, text }) => text === change.after || text === textBefore(change)).map(({ change }) => change);
  const restore = isLeft && lockfile !== 'by install';
  return { plan, journal: { ...record, doing: 'undo', changes, lockfile: { ...record.lockfile, restore } } };
}

/** What a file held before a run, and before each earlier run that changed it: nothing of the run is in these. */
function statesBefore(change: Change, earlier: readonly Journal[]): readonly (string | null)[] {
  // Where the run made the file, it may have made its folder too, which goes with all that is in it.
  const others = change.before === null ? [] : earlier.flatMap(({ changes }) => changes.filter(({ path }) => path === change.path));
  return [change, ...others].map(textBefore);
}

function textBefore({ before }: Change): string | null {
  return before?.text ?? null;
}

/** A lockfile that is as the run left it is put back; one that changed since keeps that, and an install takes the run out of it. */
function lockfileOf({ lockfile, followUps }: Journal, now: string | null): UndoPlan['lockfile'] {
  const isAsLeft = (now === null ? null : sha256(now)) === lockfile.after;
  if (!isAsLeft) return 'by install';
  return followUps.length > 0 && now !== (lockfile.before?.text ?? null) ? 'restore' : 'as it is';
}

function nothing(): FormworkError {
  return new FormworkError({
    code: 'undo/nothing',
    message: 'No run is on record that could be taken back.',
    fix: 'Runs are recorded where they were made, in .formwork/runs; git restores older states.',
  });
}

function editedSince(
  command: string,
  file: string,
  edited: readonly { readonly change: Change; readonly text: string | null }[],
  added: readonly string[],
): FormworkError {
  const diffs = edited.map(({ change, text }) => diffOf(change.path, change.after, text)).join('');
  const lines = diffs === '' ? [] : diffs.trimEnd().split('\n');
  const shown = lines.length > shownLines ? [...lines.slice(0, shownLines), `… and ${lines.length - shownLines} lines more`] : lines;
  const list = [...edited.map(({ change }) => change.path), ...added.map((path) => `${path} (not of the run)`)].join(', ');
  return new FormworkError({
    code: 'undo/edited',
    message: [`Since '${command}' someone changed ${list}; taking it back would lose that.`, ...shown].join('\n'),
    fix: 'Move these changes away (a commit and a revert, or another folder), then run undo again; or undo by hand.',
    file,
  });
}
