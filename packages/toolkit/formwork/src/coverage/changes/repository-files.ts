import { askGit, type Where } from './ask-git.ts';
import { gitName } from './git-name.ts';

/** Every file of the repository below the root that git knows or would take, sorted. Throws `git/failed`. */
export async function repositoryFiles(where: Where): Promise<readonly string[]> {
  const listed = await askGit(where, ['ls-files', '--cached', '--others', '--exclude-standard', '--']);
  return [
    ...new Set(
      listed
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => gitName(line).text),
    ),
  ].sort();
}
