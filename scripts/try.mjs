/**
 * `pnpm try [name]`: the main job from end to end. Generates a feature in this workspace through the real generator,
 * runs every gate on what changed, shows the verdict, and says how to take it back. Exits as the gates do.
 */
import './needs-node.mjs';
import { fileURLToPath } from 'node:url';
import { runFormwork } from './run-formwork.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== '--');
const [name = 'billing', ...rest] = words;

if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write('Usage: pnpm try [name = billing] [options of gen feature]\n\nGenerates a feature here, runs every gate on it, and says how to take it back.\n');
} else {
  const made = formwork('gen', 'feature', name, ...rest, '--format', 'text');
  process.exitCode = made === 0 ? formwork('gates', '--base', 'HEAD', '--format', 'text') : made;
  if (made === 0) process.stdout.write('\nTake it back with: pnpm formwork undo\n');
}

/** @param {readonly string[]} words */
function formwork(...words) {
  process.stderr.write(`\n$ pnpm formwork ${words.join(' ')}\n`);
  return runFormwork(words, { cwd: root });
}
