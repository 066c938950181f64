import { basename, join } from 'node:path';
import { absentIsNull } from '../report/error-code.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import { diskFailure } from './disk-failure.ts';
import { openStateFolder } from './state-folder.ts';

/** How long a run waits for another one. */
const patience = 60_000;

export type LockOptions = {
  /** What is to be done, for the message to those who wait: `gen feature billing`. */
  readonly command: string;
  /** How many milliseconds to wait for another run; a minute where it is not said. */
  readonly waitMs?: number | undefined;
};

/**
 * Does some work while no other process changes the repository; waits for one that does, with a line on stderr.
 * Throws `lock/held`, `edit/disk-full`, `edit/read-only`, and what the work throws.
 */
export async function withLock<Result>(machine: Machine, root: string, options: LockOptions, work: () => Promise<Result>): Promise<Result> {
  const { files, processId, now } = machine;
  try {
    const { locks } = openStateFolder(files, root);
    const mine = join(locks, `${processId}-${now().toString(36)}`);
    await acquire(machine, mine, options);
    try {
      return await work();
    } finally {
      absentIsNull(() => files.remove(mine));
    }
  } catch (error) {
    throw diskFailure(error);
  }
}

/**
 * Each process puts up a file of its own and looks for others afterwards, so that two can never both see none. The file's name is nobody
 * else's, so that removing the one of a dead process can take no one's lock.
 */
async function acquire(machine: Machine, mine: string, { command, waitMs = patience }: LockOptions): Promise<void> {
  const { files, processId, now } = machine;
  const startedAt = now();
  const content = JSON.stringify({ command, since: new Date(startedAt).toISOString() });
  const takenBy = (): string | null => otherThan(mine, machine) ?? putUp(mine, content, machine);
  let tries = 0;
  for (let other = takenBy(); other !== null; other = takenBy()) {
    const holder = describe(other, files);
    if (now() - startedAt >= waitMs) throw held(holder, other, waitMs);
    if (tries++ === 0) machine.stderr.write(`Waiting for ${holder}\n`);
    // Two that started together part here.
    await machine.wait(100 + (processId % 97));
  }
}

/** Null where the lock is ours now; else another one's file, and ours is gone. */
function putUp(mine: string, content: string, machine: Machine): string | null {
  const { files } = machine;
  let other: string | null = mine;
  try {
    files.write(mine, content, { exclusive: true });
    other = otherThan(mine, machine);
  } finally {
    if (other !== null) absentIsNull(() => files.remove(mine));
  }
  return other;
}

/** The file of another process that runs; those of dead ones are removed. A process has one lock at a time: another of ours is an old one. */
function otherThan(mine: string, { files, processId, isRunning }: Machine): string | null {
  const locks = join(mine, '..');
  for (const { name } of files.list(locks)) {
    const pid = Number(name.split('-')[0]);
    if (name === basename(mine)) continue;
    if (pid !== processId && isRunning(pid)) return join(locks, name);
    absentIsNull(() => files.remove(join(locks, name)));
  }
  return null;
}

/** `process 4711 ('gen feature billing', since …).`; the file may be about to be written, or just be gone. */
function describe(file: string, files: Machine['files']): string {
  const [, command, since] = /^\{"command":(".*"),"since":"(.*)"\}$/.exec(files.readIfPresent(file) ?? '') ?? [];
  return `process ${basename(file).split('-')[0]}${command === undefined ? '' : ` (${command}, since ${since})`}.`;
}

function held(holder: string, file: string, waitMs: number): FormworkError {
  const path = `.formwork/locks/${basename(file)}`;
  return new FormworkError({
    code: 'lock/held',
    message: `Another run was not done after ${Math.round(waitMs / 1000)} s: ${holder}`,
    fix: `Wait until it is done, then run this again. If that process is no formwork, remove ${path}.`,
    file: path,
  });
}
