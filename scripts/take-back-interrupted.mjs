import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const formwork = fileURLToPath(new URL('../packages/toolkit/formwork/src/cli/formwork.js', import.meta.url));

/**
 * Takes a run of formwork back that was interrupted, as formwork's own commands do, before anything judges the tree.
 * Says so on stderr, as stdout may be read by programs. Where it cannot be taken back, this process ends as formwork did.
 *
 * @param {string} root
 */
export function takeBackInterrupted(root) {
  if (!existsSync(path.join(root, '.formwork/journal'))) return;
  const { status } = spawnSync(process.execPath, [formwork, 'recover', '--format=text'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 2);
}
