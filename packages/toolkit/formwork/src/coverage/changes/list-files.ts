import { askGit, type Where } from './ask-git.ts';
import { gitName, type GitName } from './git-name.ts';

/** A file's name from git's toplevel, also as git writes it. */
export type ListedFile = GitName & { readonly written: string };

/** The files below the root that a diff tells nothing or too little of. */
export type ListedFiles = {
  /** What git does not know yet, and would take. */
  readonly untracked: readonly ListedFile[];
  /** What git knows and was told to take for unchanged. */
  readonly assumed: readonly ListedFile[];
  /** What git knows and was told not to look for: a sparse checkout leaves it out. */
  readonly skipped: readonly ListedFile[];
  /** A file that a merge has left unresolved. */
  readonly unmerged: ListedFile | null;
};

/** Throws `git/failed`. */
export async function listFiles(where: Where): Promise<ListedFiles> {
  const output = await askGit(where, ['ls-files', '-v', '--full-name', '--cached', '--others', '--exclude-standard', '--']);
  const lines = unusual(output);
  const tagged = (tag: RegExp): readonly ListedFile[] =>
    lines.filter((line) => tag.test(line)).map((line) => ({ ...gitName(line.slice(2)), written: line.slice(2) }));
  return { untracked: tagged(/^\?/), assumed: tagged(/^[a-rt-z]/), skipped: tagged(/^[sS]/), unmerged: tagged(/^[Mm]/)[0] ?? null };
}

/** The lines without those that begin with `H`, as nearly all do: these are not cut out one by one. */
function unusual(output: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    if (output[at] !== 'H') lines.push(output.slice(at, end));
    at = end + 1;
  }
  return lines;
}
