import type { Machine } from '../report/machine.ts';
import { absentIsNull } from '../report/error-code.ts';
import { othersWorkIn } from './ask-git.ts';
import { madeBy } from './incoming.ts';
import { readJournal, recordOf, type Journal } from './journal.ts';
import { withLock } from './lock.ts';
import { stateFolder } from './state-folder.ts';
import { takeBack, type TakenBack } from './take-back.ts';

/**
 * Takes the tree back to what it was before a run that was interrupted, apply and undo alike, and says so on stderr.
 * Does nothing where none was. Waits for a run that is under way. Throws `run/unreadable`, `lock/held`, `edit/outside-root` and `edit/exists`.
 */
export async function recover(machine: Machine, root: string, { waitMs }: { readonly waitMs?: number | undefined } = {}): Promise<void> {
  if (machine.files.kind(stateFolder(root).journal) === null) return;
  await withLock(machine, root, { command: 'recover', waitMs }, () => recoverUnderLock(machine, root));
}

export type Recovered = { readonly journal: Journal; readonly taken: TakenBack };

/** The same for those who hold the lock. Returns null where nothing was interrupted. */
export async function recoverUnderLock(machine: Machine, root: string): Promise<Recovered | null> {
  const { files } = machine;
  const journal = await readJournal(files, root);
  if (journal === null) return null;
  const othersWork = await othersWorkIn(journal.folders, madeBy(journal), machine, root);
  const taken = takeBack(journal, othersWork, files, root);
  closeRun(journal, machine, root);
  machine.stderr.write(wordsForTaken(journal, taken, othersWork));
  return { journal, taken };
}

/** Takes a run that was taken back off the record. */
export function closeRun(journal: Journal, { files }: Machine, root: string): void {
  if (journal.doing === 'undo') absentIsNull(() => files.remove(recordOf(journal.run, root)));
  files.remove(stateFolder(root).journal);
}

/** What was taken back of an interrupted run, a line for what it was and for each thing to look after. */
export function wordsForTaken(
  { doing, command, followUps }: Journal,
  { restored, removed, kept, keptIn }: TakenBack,
  othersWork: readonly string[],
): string {
  const what =
    doing === 'apply' ? `'${command}' was interrupted, and was taken back` : `The undo of '${command}' was interrupted, and was finished`;
  const lines = [
    `${what}: ${restored.length} restored, ${removed.length} removed.`,
    ...kept.map((path) => `${path} had been changed since; what it held is in ${keptIn}/${path} now.`),
    ...othersWork.map((path) => `${path} is not the run's, and was left there.`),
    ...followUps.map(({ argv }) => `Run \`${argv.join(' ')}\`, so that what is installed fits again.`),
  ];
  return `${lines.join('\n')}\n`;
}
