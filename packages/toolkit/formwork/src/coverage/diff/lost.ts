import { finding, type Finding } from '../../report/finding.ts';
import { lineBefore, type ChangedFile } from '../changes/changed-file.ts';
import type { Coverage } from '../lcov/merged.ts';
import { hitsAt } from '../lcov/record.ts';

/** Lines of a file, one behind the other, that tests ran at the base and run no more, though nobody touched them. */
export type LostLines = { readonly file: string; readonly first: number; readonly count: number };

/**
 * What was covered at the base and is not now. `before` holds the files by their paths at the base, `now` by those of today; `changed` are
 * all that changed since. Lines that changed themselves are not asked here. Pure.
 */
export function lostLines(before: Coverage, now: Coverage, changed: readonly ChangedFile[]): readonly LostLines[] {
  const changes = new Map(changed.map(({ file, ...change }) => [file, change]));
  return [...now].flatMap(([file, { lines }]) => {
    const change = changes.get(file) ?? { from: file, hunks: [] };
    const known = before.get(change.from ?? '')?.lines;
    if (known === undefined) return [];
    const lost = lines.numbers.filter((line, index) => {
      if (lines.hits[index] !== 0) return false;
      const then = lineBefore(change, line);
      return then !== null && (hitsAt(known, then) ?? 0) > 0;
    });
    return runsOf(lost).map((run) => ({ file, ...run }));
  });
}

/** A warning for each, with the text of its first line; `linesOf` gives the lines of a file. */
export function lostFindings(lost: readonly LostLines[], linesOf: (file: string) => readonly string[]): readonly Finding[] {
  return lost.map(({ file, first, count }) => {
    const text = linesOf(file).slice(first - 1, first).join('').trim();
    const what = count === 1 ? `'${text}' was` : `${count} lines from '${text}' on were`;
    return finding({
      code: 'coverage/lost',
      severity: 'warning',
      file,
      line: first,
      message: `${what} run by a test at the base and by none now, though nobody touched ${count === 1 ? 'it' : 'them'}.`,
      fix: 'Bring back the test that ran it, or remove what nothing needs any more.',
    });
  });
}

function runsOf(lines: readonly number[]): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === line) last.count += 1;
    else runs.push({ first: line, count: 1 });
  }
  return runs;
}
