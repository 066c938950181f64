import { FormworkError } from '../../report/formwork-error.ts';
import { git } from '../../report/git.ts';
import type { Machine } from '../../report/machine.ts';

export type Where = { readonly machine: Machine; readonly root: string };

/**
 * What configuration could change about the answer and no option of a command says. How lines end (`core.autocrlf`, `core.eol`) is left
 * to it: without that, a tree that was checked out with other line ends has changed everywhere.
 */
const settings: readonly string[] = [
  'core.attributesFile=/dev/null',
  'core.bigFileThreshold=512m',
  'core.checkStat=default',
  'core.excludesFile=/dev/null',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.ignoreCase=false',
  'core.ignoreStat=false',
  'core.quotePath=true',
  'core.splitIndex=false',
  'core.symlinks=true',
  'core.trustCtime=true',
  'diff.autoRefreshIndex=true',
  'diff.relative=false',
  'index.sparse=false',
].flatMap((setting) => ['-c', setting]);

/** What git prints, whatever its configuration is; names that hold more than plain ASCII are quoted. Throws `git/failed`. */
export async function askGit(
  { machine, root }: Where,
  words: readonly string[],
  how: { readonly index?: string; readonly input?: string } = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await git(machine, root, [...settings, ...words], how);
  if (exitCode === 0) return stdout;
  throw new FormworkError({
    code: 'git/failed',
    message: `git ${words[0]} failed: ${stderr.trim()}`,
    fix: 'See what git says of this repository.',
  });
}
