import type { Machine } from '../report/machine.ts';
import type { FollowUp } from './plan.ts';

/**
 * Runs a program of the allowed set in the root, with a line on stderr. Returns null where it went well, else how it failed with the end of
 * what it printed. Throws what `machine.run` throws.
 */
export async function runFollowUp({ argv }: FollowUp, machine: Machine, root: string): Promise<string | null> {
  const shown = argv.join(' ');
  machine.stderr.write(`Running ${shown}\n`);
  // Under CI an install would not change the lockfile.
  const { exitCode, stdout, stderr } = await machine.run(argv, { folder: root, env: { CI: undefined } });
  if (exitCode === 0) return null;
  const printed = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return [`\`${shown}\` failed with exit code ${exitCode}:`, ...printed.slice(-20)].join('\n');
}
