import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { othersWorkIn } from './ask-git.ts';
import { madeBy } from './incoming.ts';
import { lockfilePath, readLastRun, type Change, type Journal } from './journal.ts';
import { leftoversIn } from './leftovers.ts';
import { diffOf } from './render-diff.ts';
import { sha256 } from './sha256.ts';
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
 * Reads what taking the last run back would do, and the run's record. Changes nothing.
 * Throws `undo/nothing`, `undo/edited` with the diff where someone changed, added or removed something since, and `run/unreadable`.
 */
export async function readUndo(machine: Machine, root: string): Promise<{ readonly plan: UndoPlan; readonly record: Journal }> {
  const { files } = machine;
  const record = await readLastRun(files, root);
  if (record === null) throw nothing();
  const made = madeBy(record);
  const now = record.changes.map((change) => ({ change, text: lookAt(change.path, files, root).text }));
  const edited = now.filter(({ change: { before, after }, text }) => text !== after && text !== (before?.text ?? null));
  const added = await othersWorkIn(record.folders, made, machine, root);
  const [file] = [...edited.map(({ change }) => change.path), ...added];
  if (file !== undefined) throw editedSince(record.command, file, edited, added);
  const standing = now.filter(({ change, text }) => text === change.after).map(({ change }) => change);
  const lockfile = lockfileOf(record, files.readIfPresent(join(root, lockfilePath)));
  const plan: UndoPlan = {
    schema: 'formwork/undo@1',
    run: record.run,
    command: record.command,
    restore: standing.filter(({ before }) => before !== null).map(({ path }) => path),
    remove: standing.filter(({ before }) => before === null).map(({ path }) => path),
    leftovers: leftoversIn(record.folders, made, files, root),
    lockfile,
    install: record.followUps.length > 0 || lockfile === 'by install',
  };
  return { plan, record };
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
