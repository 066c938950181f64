import type { Base } from '../../report/resolve-base.ts';
import type { ChangedFile } from '../changes/changed-file.ts';
import { changedFiles } from '../changes/changed-files.ts';
import type { Where } from '../changes/ask-git.ts';

/** What has changed, and since when; null where a diff says it that was made elsewhere. */
export type Changes = {
  readonly base: Base | null;
  /** The sources that have changed, those of some languages beside JS and TS among them; see `changedFiles` and `changedInDiff`. */
  readonly in: (languages: readonly string[]) => Promise<readonly ChangedFile[]>;
};

/** Asks git at once for what it will be asked for in any case, so that it works while all else is made ready. */
export function changesSince(base: Base, where: Where): Changes {
  const asked = changedFiles(where, base);
  // Whoever asks hears of it; until then a failure is nobody's.
  asked.catch(() => {});
  return { base, in: (languages) => (languages.length === 0 ? asked : changedFiles(where, base, languages)) };
}

/** The same of a diff that was made elsewhere. */
export function changesInDiff(text: string, where: Where): Changes {
  return { base: null, in: async (languages) => (await import('../changes/diff-file.ts')).changedInDiff(text, where, languages) };
}
