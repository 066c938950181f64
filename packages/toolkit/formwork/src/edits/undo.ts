import { absentIsNull } from '../report/error-code.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { diskFailure, withTraces } from './disk-failure.ts';
import { writeJournal, type Journal } from './journal.ts';
import { withLock } from './lock.ts';
import type { FollowUp } from './plan.ts';
import { readUndo, type UndoPlan } from './read-undo.ts';
import { closeRun, recoverUnderLock, type Recovered } from './recover.ts';
import { runFollowUp } from './run-follow-up.ts';
import { stateFolder } from './state-folder.ts';
import { removeIncoming, settleBack, stageBack, takeBack } from './take-back.ts';

/** What was taken back; `install` says that `pnpm install` is still to be run. */
export type UndoneRun = Omit<UndoPlan, 'schema'> & { readonly schema: 'formwork/undone@1' };

export type UndoOptions = {
  /** False leaves the install that may be needed to the user. */
  readonly install?: boolean | undefined;
  /** How many milliseconds to wait for another run. */
  readonly waitMs?: number | undefined;
};

const install: FollowUp = { argv: ['pnpm', 'install'] };

/**
 * Takes the last run back: files, folders with what git ignores in them, and the lockfile; off the record alone where nothing of it is left.
 * A run that was interrupted is the last one.
 * Throws `undo/nothing`, `undo/edited`, `undo/install-failed` when all files are back, `run/unreadable`, `lock/held`, `edit/disk-full`
 * and `edit/read-only`.
 */
export async function undoLastRun(
  machine: Machine,
  root: string,
  { install: mayInstall = true, waitMs }: UndoOptions = {},
): Promise<UndoneRun> {
  return withLock(machine, root, { command: 'undo', waitMs }, async () => {
    const interrupted = await recoverUnderLock(machine, root);
    if (interrupted !== null) return asUndone(interrupted);
    const { plan, journal } = await readUndo(machine, root);
    returnFiles(journal, machine, root);
    try {
      if (plan.install && mayInstall) await reinstall(journal.command, machine, root);
    } finally {
      // An install may have written the lockfile in another way than it was.
      takeBack(journal, [], machine.files, root);
      closeRun(journal, machine, root);
    }
    return { ...plan, schema: 'formwork/undone@1', install: plan.install && !mayInstall };
  });
}

/** All of it; or nothing, where there is no room for it; or what is left is done by the next command. */
function returnFiles(journal: Journal, { files }: Machine, root: string): void {
  let returns;
  try {
    writeJournal(journal, files, root);
    returns = stageBack(journal, files, root);
  } catch (error) {
    removeIncoming(journal, files, root);
    for (const path of [stateFolder(root).draft, stateFolder(root).journal]) absentIsNull(() => files.remove(path));
    throw error;
  }
  try {
    settleBack(journal, returns, [], files, root);
  } catch (error) {
    throw withTraces(diskFailure(error));
  }
}

async function reinstall(command: string, machine: Machine, root: string): Promise<void> {
  const problem = await runFollowUp(install, machine, root);
  if (problem === null) return;
  throw new FormworkError({
    code: 'undo/install-failed',
    message: `All files are as they were before '${command}', but what is installed is not: ${problem}`,
    fix: 'Run `pnpm install`.',
  });
}

function asUndone({ journal, taken }: Recovered): UndoneRun {
  return {
    schema: 'formwork/undone@1',
    run: journal.run,
    command: journal.command,
    restore: taken.restored,
    remove: taken.removed,
    leftovers: [],
    lockfile: 'as it is',
    install: journal.followUps.length > 0,
  };
}
