import type { Hunk } from './changed-file.ts';
import { gitName, type GitName } from './git-name.ts';
import { patchText, unreadable } from './patch-text.ts';
import { readHunk, type PatchedLines } from './read-hunk.ts';

/** A file that stands after a diff. */
export type PatchedFile = {
  /** Under which names it may lie, the likeliest first: a diff does not say what it puts in front of a name. */
  readonly names: readonly [GitName, ...GitName[]];
  readonly isNew: boolean;
  /** The name that it had before, where the diff says that it moved. */
  readonly movedFrom: GitName | null;
  /** Whether the diff leaves out which of its lines are new: of a copy it tells the edits alone, of a binary file nothing. */
  readonly isWhole: boolean;
  readonly lines: ReadonlySet<number>;
  /** The text of each of these lines, in the same order, without the line's end. */
  readonly added: readonly string[];
  /** Without context. */
  readonly hunks: readonly Hunk[];
};

export type Patch = {
  readonly files: readonly PatchedFile[];
  /** Of how many files it tells, those included that are left out of `files`. */
  readonly told: number;
  /** Whether a file is gone from where it was. */
  readonly takesAway: boolean;
};

/**
 * Reads a unified diff, git's or a plain one. Names come from the `+++` line, or from what git says of a move; bodies are read by the
 * counts of their hunks. Links, submodules and files that are gone are left out. Throws `git/diff-unreadable`, also where the hunks of a file
 * have been cut off.
 */
export function parsePatch(patch: string): Patch {
  const text = patchText(patch);
  const entries: Entry[] = [];
  for (let line = text.next(); line !== null; line = text.next()) {
    const entry = entries.at(-1) ?? null;
    const inHeader = entry !== null && entry.header !== null && entry.written === null;
    if (line.startsWith('diff --git ')) entries.push(newEntry(line.slice('diff --git '.length)));
    else if (line.startsWith('--- ') && text.peek()?.startsWith('+++ ') === true) {
      const named = inHeader ? entry : newEntry(null);
      readNames(line, `${text.next()}`, named);
      if (!inHeader) entries.push(named);
    } else if (line.startsWith('@@ ')) {
      if (entry === null || entry.written === null) throw unreadable(line);
      readHunk(line, text, entry);
    } else if (inHeader && readExtended(line, entry)) continue;
    else if (tellsTooLittle.test(line) || (entry !== null && entry.written !== null && isStray.test(line))) throw unreadable(line);
  }
  // Git names no file of which it has nothing to show; other programs do.
  const cut = entries.find(({ header, written, isGone, hunks }) => header !== null && written !== null && !isGone && hunks.length === 0);
  if (cut !== undefined) throw unreadable(`+++ ${cut.written}`);
  return {
    files: entries.flatMap((one) => patched(one) ?? []),
    told: entries.length,
    takesAway: entries.some(({ isGone, movedFrom }) => isGone || movedFrom !== null),
  };
}

/** What a merge shows of itself, several befores at once; and what a plain diff says of files whose lines it does not show. */
const tellsTooLittle = /^(?:diff --(?:cc|combined) |@@@+ |Only in .+: .|(?:Binary f|F)iles .+ and .+ differ$)/;

/** What would belong to a hunk if its counts were other; `-- ` begins the signature of a mail. */
const isStray = /^(?:[+ ]|-(?!- $))/;

/** A file whose part of the diff is being read. */
type Entry = PatchedLines & {
  /** What stands behind `diff --git`; null in a plain diff. */
  readonly header: string | null;
  /** The names of the `---` and the `+++` line, as written. */
  before: string | null;
  written: string | null;
  isFile: boolean;
  isNew: boolean;
  isGone: boolean;
  isWhole: boolean;
  movedFrom: GitName | null;
  movedTo: GitName | null;
};

function newEntry(header: string | null): Entry {
  const told = { isFile: true, isNew: false, isGone: false, isWhole: false, movedFrom: null, movedTo: null };
  return { header, before: null, written: null, ...told, lines: new Set(), added: [], hunks: [] };
}

function readNames(before: string, after: string, entry: Entry): void {
  entry.written = withoutTime(after.slice(4));
  entry.isGone = entry.written === '/dev/null';
  entry.before = withoutTime(before.slice(4));
  entry.isNew ||= entry.before === '/dev/null';
}

/** A plain diff puts a time behind a tab, git a tab alone where the name holds a space. */
function withoutTime(written: string): string {
  return written.startsWith('"') ? written : written.replace(/\t.*$/s, '');
}

const extended =
  /^(rename from|rename to|copy from|copy to|deleted file mode|new file mode|new mode|index|Binary files|GIT binary patch)\b ?(.*)$/s;

/** Whether it is one of the lines that git puts between `diff --git` and the body. */
function readExtended(line: string, entry: Entry): boolean {
  const [, what, rest = ''] = extended.exec(line) ?? [];
  if (what === undefined) return false;
  if (what === 'rename from') entry.movedFrom = gitName(rest);
  else if (what === 'rename to' || what === 'copy to') entry.movedTo = gitName(rest);
  else if (what === 'copy from') entry.isNew = entry.isWhole = true;
  else if (what === 'deleted file mode') entry.isGone = true;
  else if (what === 'Binary files' || what === 'GIT binary patch') entry.isWhole = true;
  else {
    entry.isNew ||= what === 'new file mode';
    entry.isFile &&= !/(?:^| )(?:120000|160000)$/.test(rest);
  }
  return true;
}

/** Null where the file does not stand, is no file, or has the lines that it had: its mode has changed, or it is empty. */
function patched({ header, before, written, movedTo, isFile, isGone, ...told }: Entry): PatchedFile | null {
  if (isGone || !isFile) return null;
  const { isNew, isWhole, movedFrom, lines, added, hunks } = told;
  const names =
    movedTo === null
      ? namesOf(written ?? (isWhole ? secondOf(`${header}`) : null), header ?? `${before} ${written}`)
      : ([movedTo] as const);
  return names === null ? null : { names, isNew, movedFrom, isWhole, lines, added, hunks };
}

/** The second name of git's header, where nothing else tells it and the two differ in their prefixes alone. */
function secondOf(header: string): string {
  const second = header.slice((header.length + 1) / 2);
  if (header.length % 2 === 0 || header.at(-second.length - 1) !== ' ') throw unreadable(`diff --git ${header}`);
  return second;
}

/** The name without what was put in front of it: known where both names stand side by side, and are the same or differ in that alone. */
function namesOf(written: string | null, both: string): PatchedFile['names'] | null {
  if (written === null) return null;
  const name = gitName(written);
  if (both === `${written} ${written}`) return [name];
  const stripped = { ...name, text: name.text.replace(/^[^/]*\//, '') };
  const before = gitName(both.slice(0, -written.length - 1));
  const isKnown = [before, name].every(({ text }) => text[1] === '/' && text.slice(2) === stripped.text);
  return isKnown ? [stripped] : [stripped, name];
}
