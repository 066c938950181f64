import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const formwork = fileURLToPath(new URL('../packages/toolkit/formwork/src/cli/formwork.js', import.meta.url));

/**
 * Runs formwork in front of the user, and returns its exit code: 2 where it was killed, as then it has said nothing.
 *
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnSyncOptions} [how]
 * @returns {number}
 */
export function runFormwork(words, how) {
  return spawnSync(process.execPath, [formwork, ...words], { stdio: 'inherit', ...how }).status ?? 2;
}
