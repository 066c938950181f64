/** What no test can run, and why: a glob of files and, for single lines, the text of such a line without the white space around it. */
export type Allowed = { readonly file: string; readonly match?: string; readonly reason: string };

/** The allowlist of a repository, and the file that states it; each entry with its place there. */
export type Allowlist = {
  readonly file: string;
  readonly entries: readonly (Allowed & { readonly line: number; readonly column: number })[];
};

export const nothingAllowed: Allowlist = { file: '.', entries: [] };

/** What an allowlist allows: a whole file, or a line of it by its text. */
export type Allows = { readonly file: (file: string) => boolean; readonly line: (file: string, text: string) => boolean };

export const allowsNothing: Allows = { file: () => false, line: () => false };
