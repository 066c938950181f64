import { dirname, join } from 'node:path';
import { absentIsNull } from '../report/error-code.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { Interrupted } from '../report/interrupted.ts';
import type { Files, Machine } from '../report/machine.ts';
import { assertPlan, planInvalid } from './assert-plan.ts';
import { diskFailure, withTraces } from './disk-failure.ts';
import { incomingOf, madeBy } from './incoming.ts';
import { lockfilePath, recordOf, runNumbers, writeJournal, type Change, type Image, type Journal } from './journal.ts';
import { othersWorkOnDisk } from './leftovers.ts';
import { withLock } from './lock.ts';
import type { FollowUp, Plan } from './plan.ts';
import { recover, recoverUnderLock, wordsForTaken } from './recover.ts';
import { refuseUncommitted } from './refuse-uncommitted.ts';
import { runFollowUp } from './run-follow-up.ts';
import { sha256 } from '../report/sha256.ts';
import { stateFolder } from './state-folder.ts';
import { takeBack } from './take-back.ts';
import { lookAt } from './target.ts';

/** What a run did. */
export type AppliedRun = {
  readonly schema: 'formwork/applied@1';
  /** The number by which it is on record; null where there was nothing to do. */
  readonly run: number | null;
  readonly command: string;
  readonly made: readonly string[];
  readonly changed: readonly string[];
  readonly followUps: readonly FollowUp[];
};

export type ApplyOptions = {
  /** Change files that have edits that are not committed. */
  readonly allowDirty?: boolean | undefined;
  /** How many milliseconds to wait for another run. */
  readonly waitMs?: number | undefined;
};

/** How many runs stay on record. */
const keptRuns = 20;

/**
 * Does what a plan says, all of it or nothing, then runs its follow-ups; the run stays on record so that it can be taken back.
 * Throws `plan/invalid`, `plan/stale`, `edit/uncommitted`, `edit/outside-root`, `edit/exists`, `edit/not-text`, `edit/disk-full`,
 * `edit/read-only`, `lock/held`, `apply/follow-up-failed`, and what `machine.run` throws. In each case the tree is as it was.
 */
export async function applyPlan(
  plan: Plan,
  machine: Machine,
  root: string,
  { allowDirty = false, waitMs }: ApplyOptions = {},
): Promise<AppliedRun> {
  assertPlan(plan);
  const { command, followUps } = plan;
  if (plan.edits.length === 0) {
    await recover(machine, root, { waitMs });
    return { schema: 'formwork/applied@1', run: null, command, made: [], changed: [], followUps: [] };
  }
  return withLock(machine, root, { command, waitMs }, async () => {
    await recoverUnderLock(machine, root);
    const journal = await begin(plan, machine, root, allowDirty);
    await carryOut(journal, machine, root);
    const made = journal.changes.filter(({ before }) => before === null);
    const changed = journal.changes.filter(({ before }) => before !== null);
    return {
      schema: 'formwork/applied@1',
      run: journal.run,
      command,
      made: made.map(({ path }) => path),
      changed: changed.map(({ path }) => path),
      followUps,
    };
  });
}

/** Checks the plan against the tree, and gathers what it takes to take the run back. Changes nothing. */
async function begin({ edits, command, followUps }: Plan, machine: Machine, root: string, allowDirty: boolean): Promise<Journal> {
  const { files } = machine;
  const targets = edits.map((edit) => ({ edit, ...lookAt(edit.path, files, root) }));
  const twice = targets.find(({ realPath }, index) => targets.findIndex((other) => other.realPath === realPath) !== index);
  if (twice !== undefined) throw planInvalid(`'${twice.edit.path}' is written twice, the other time through a link`);
  const moved = targets.filter(({ edit, text }) => edit.before !== (text === null ? null : sha256(text)));
  const [first] = moved;
  if (first !== undefined)
    throw stale(
      first.edit.path,
      moved.map(({ edit }) => edit.path),
    );
  const changes = targets.map(({ edit, text }) => ({ path: edit.path, before: imageOf(edit.path, text, files, root), after: edit.after }));
  if (!allowDirty) await refuseUncommitted(changes, machine, root);
  const lockfile = files.readIfPresent(join(root, lockfilePath));
  return {
    schema: 'formwork/run@1',
    doing: 'apply',
    run: (runNumbers(files, root).at(-1) ?? 0) + 1,
    token: `${machine.processId}-${machine.now().toString(36)}`,
    command,
    changes,
    folders: [...new Set(targets.flatMap(({ missingFolders }) => missingFolders))],
    followUps,
    lockfile: {
      before: imageOf(lockfilePath, lockfile, files, root),
      after: lockfile === null ? null : sha256(lockfile),
      restore: followUps.length > 0,
    },
  };
}

/** Writes, renames, runs the follow-ups and puts the run on record; where anything fails, the tree is taken back. */
async function carryOut(journal: Journal, machine: Machine, root: string): Promise<void> {
  const { files } = machine;
  try {
    writeJournal(journal, files, root);
    for (const folder of journal.folders) files.makeFolder(join(root, folder));
    for (const change of journal.changes) writeBeside(change, journal, files, root);
    for (const change of journal.changes)
      files.rename(join(root, incomingOf(change, journal)), join(root, change.path), { folderLater: true });
    for (const folder of new Set(journal.changes.map(({ path }) => dirname(path)))) files.flushFolder(join(root, folder));
    for (const followUp of journal.followUps) refuseFailed(await runFollowUp(followUp, machine, root));
    record(journal, files, root);
  } catch (error) {
    throw rollBack(error, journal, machine, root);
  }
}

function refuseFailed(problem: string | null): void {
  if (problem === null) return;
  throw new FormworkError({
    code: 'apply/follow-up-failed',
    message: `The run was taken back, as ${problem}`,
    fix: 'Repair what it says, then run this again; --no-install leaves the install out.',
  });
}

function writeBeside(change: Change, journal: Journal, files: Files, root: string): void {
  const path = join(root, incomingOf(change, journal));
  files.write(path, change.after, { folderLater: true, ...(change.before === null ? {} : { mode: change.before.mode }) });
}

/** The last rename makes the journal the run's record: until then the run has not happened. */
function record(journal: Journal, files: Files, root: string): void {
  const lockfile = files.readIfPresent(join(root, lockfilePath));
  const after = lockfile === null ? null : sha256(lockfile);
  for (const run of runNumbers(files, root).slice(0, -(keptRuns - 1))) files.remove(recordOf(run, root));
  writeJournal({ ...journal, lockfile: { ...journal.lockfile, after } }, files, root);
  files.rename(stateFolder(root).journal, recordOf(journal.run, root));
}

/**
 * The error to throw when the tree is as it was; where it could not be taken back, the journal stays for the next command.
 * An interruption says nothing of the run, so that is said on stderr.
 */
function rollBack(error: unknown, journal: Journal, { files, stderr }: Machine, root: string): unknown {
  try {
    const othersWork = othersWorkOnDisk(journal.folders, madeBy(journal), files, root);
    const taken = takeBack(journal, othersWork, files, root);
    absentIsNull(() => files.remove(stateFolder(root).journal));
    if (error instanceof Interrupted) stderr.write(wordsForTaken(journal, taken, othersWork));
    return error;
  } catch {
    return withTraces(diskFailure(error));
  }
}

function imageOf(path: string, text: string | null, files: Files, root: string): Image | null {
  return text === null ? null : { text, mode: files.mode(join(root, path)) };
}

function stale(file: string, paths: readonly string[]): FormworkError {
  return new FormworkError({
    code: 'plan/stale',
    message: `The tree has moved since the plan was made: ${paths.join(', ')}.`,
    fix: 'Make the plan anew.',
    file,
  });
}
