import { dirname, join } from 'node:path';
import type { Change, Journal } from './journal.ts';

/** Where a change's text waits, beside its file, until it is renamed to it; relative to the root. */
export function incomingOf(change: Change, { token, changes }: Journal): string {
  return join(dirname(change.path), `.formwork-${token}-${changes.indexOf(change)}`);
}

/** Where the lockfile's text waits. */
export function incomingLockfile({ token }: Journal): string {
  return `.formwork-${token}-lockfile`;
}

/** Every file that a run makes, finished or waiting. */
export function madeBy(journal: Journal): ReadonlySet<string> {
  const finished = journal.changes.filter(({ before }) => before === null).map(({ path }) => path);
  return new Set([...finished, ...journal.changes.map((change) => incomingOf(change, journal)), incomingLockfile(journal)]);
}
