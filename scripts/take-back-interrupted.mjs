import { existsSync } from 'node:fs';
import path from 'node:path';
import { runFormwork } from './run-formwork.mjs';

/**
 * Takes a run of formwork back that was interrupted, as formwork's own commands do, before anything judges the tree.
 * Says so on stderr, as stdout may be read by programs. Where it cannot be taken back, this process ends as formwork did.
 *
 * @param {string} root
 */
export function takeBackInterrupted(root) {
  if (!existsSync(path.join(root, '.formwork/journal'))) return;
  const exitCode = runFormwork(['recover', '--format=text'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (exitCode !== 0) process.exit(exitCode);
}
