import type { Words } from '../code/pieces-by-line.ts';
import type { Span } from '../code/idle.ts';
import type { SourceCode } from '../code/source-code.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import { hitsAt } from '../lcov/record.ts';
import { isLineByLine } from './judge-evidence.ts';

/**
 * Says of a line that has a count whether its first word has none: where V8 counts a range as never run, a tool that counts lines gives that to
 * the lines which lie in it as a whole, and to the one in the midst of which it ends the count of what is around it. It ends there unless
 * something that V8 counts by itself may have ended before.
 */
export function tailsIn(code: SourceCode, coverage: FileCoverage): (line: number, words: Words) => boolean {
  const { lines } = code;
  if (!isLineByLine(coverage, lines)) return () => false;
  let known: readonly Span[] | null = null;
  return (line, words) => {
    const [first] = [...words].flatMap(([piece, offsets]) => offsets.map((offset) => ({ piece, offset }))).sort((a, b) => a.offset - b.offset);
    if (first === undefined || first.piece?.is === 'function') return false;
    if (hitsAt(coverage.lines, line) === 0 || hitsAt(coverage.lines, line - 1) !== 0) return false;
    known ??= countedIn(code);
    const [start, end] = [lines.start(line - 1), lines.start(line - 1) + lines.of(line - 1).length];
    return !known.some((span) => span.start <= start && end <= span.end && span.end <= first.offset);
  };
}

/** What V8 may count by itself, and where it may end to; fields of a class are one, from the first on. */
function countedIn({ functions, turns, blocks, units }: SourceCode): readonly Span[] {
  return [
    ...functions,
    ...blocks,
    ...turns.map(({ at, end }) => ({ start: at, end })),
    ...units.flatMap(({ fieldOf, end }) => (fieldOf === null ? [] : [{ start: 0, end }])),
  ];
}
