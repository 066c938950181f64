import { FormworkError } from '../../report/formwork-error.ts';
import { git } from '../../report/git.ts';
import type { Files, Machine } from '../../report/machine.ts';

/**
 * The names of all files below a folder that are somebody's work, relative to it with `/`: those that git knows or would take in. Where git
 * knows none, as outside of a repository, all but what tools leave: `node_modules`, `dist`, `coverage` and names that begin with a dot.
 * Some may be gone, or be links or folders of other repositories.
 */
export async function filesBelow(folder: string, machine: Machine): Promise<readonly string[]> {
  const known = await knownToGit(folder, machine);
  return known.length > 0 ? known : [...walk(folder, '', machine.files)];
}

async function knownToGit(folder: string, machine: Machine): Promise<readonly string[]> {
  try {
    const { stdout } = await git(machine, folder, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
    // A name with a conflict stands there once for each side.
    return [...new Set(stdout.split('\0').filter((name) => name !== ''))];
  } catch (error) {
    if (error instanceof FormworkError) return [];
    throw error;
  }
}

const left = new Set(['node_modules', 'dist', 'coverage']);

function* walk(folder: string, below: string, files: Files): Generator<string> {
  for (const { name, kind } of files.list(`${folder}/${below}`)) {
    if (kind === 'directory' && !left.has(name) && !name.startsWith('.')) yield* walk(folder, `${below}${name}/`, files);
    if (kind === 'file' || kind === 'link') yield `${below}${name}`;
  }
}
