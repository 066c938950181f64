import type { Hunk } from './changed-file.ts';
import { unreadable, type PatchText } from './patch-text.ts';

/** What the hunks of a file have told so far. */
export type PatchedLines = {
  readonly lines: Set<number>;
  /** The text of each of these lines, in the same order. */
  readonly added: string[];
  /** Without context. */
  readonly hunks: Hunk[];
};

/**
 * Reads the hunk that begins with this header, by the counts in it, so that a line may look like anything.
 * Throws `git/diff-unreadable` where the counts are wrong, or a change before it has been left out.
 */
export function readHunk(header: string, text: PatchText, { lines, added, hunks }: PatchedLines): void {
  const counts = /^@@ -(?<oldStart>\d+)(?:,(?<old>\d+))? \+(?<newStart>\d+)(?:,(?<new>\d+))? @@/.exec(header)?.groups;
  if (counts === undefined) throw unreadable(header);
  let before = Number(counts['old'] ?? 1);
  let after = Number(counts['new'] ?? 1);
  let oldAt = Number(counts['oldStart']) + (before === 0 ? 1 : 0);
  let newAt = Number(counts['newStart']) + (after === 0 ? 1 : 0);
  if (!follows(hunks.at(-1), oldAt, newAt)) throw unreadable(header);

  let [oldFrom, newFrom] = [oldAt, newAt];
  const endRun = (): void => {
    const [oldCount, newCount] = [oldAt - oldFrom, newAt - newFrom];
    if (oldCount + newCount === 0) return;
    hunks.push({ oldStart: oldFrom - Number(oldCount === 0), oldCount, newStart: newFrom - Number(newCount === 0), newCount });
  };
  while (before > 0 || after > 0) {
    const line = text.next() ?? '\0';
    // The space of an empty line may have been left out.
    const mark = line === '' ? ' ' : line[0];
    if (mark === '+' && after > 0) {
      lines.add(newAt);
      added.push(line.slice(1));
      newAt += 1;
      after -= 1;
    } else if (mark === '-' && before > 0) {
      oldAt += 1;
      before -= 1;
    } else if (mark === ' ' && before > 0 && after > 0) {
      endRun();
      oldAt += 1;
      newAt += 1;
      [oldFrom, newFrom] = [oldAt, newAt];
      before -= 1;
      after -= 1;
    } else if (mark !== '\\') throw unreadable(line === '\0' ? 'the end of the text' : line);
  }
  endRun();
  if (text.peek()?.startsWith('\\') === true) text.next();
}

const start: Hunk = { oldStart: 0, oldCount: 1, newStart: 0, newCount: 1 };

/** Whether a hunk begins behind the one before it, on both sides equally far. */
function follows({ oldStart, oldCount, newStart, newCount }: Hunk = start, oldAt: number, newAt: number): boolean {
  const oldEnd = oldStart + Math.max(oldCount, 1);
  const newEnd = newStart + Math.max(newCount, 1);
  return newAt >= newEnd && newAt - newEnd === oldAt - oldEnd;
}
