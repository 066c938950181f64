import { readCode, type SourceCode } from '../code/source-code.ts';
import type { Piece } from '../code/piece.ts';
import { rangesOf, type Change, type LineRange } from './ranges.ts';

/**
 * What is mutated where lines of a file changed: whatever lies on them, and what a statement on them goes on with elsewhere, as a condition
 * over several lines does. A line in the middle of a statement belongs to the innermost statement around it. `text` is what the file holds.
 */
export function changedCode(file: string, text: string, changed: ReadonlySet<number>): readonly Change[] {
  const ranges = rangesOf(changed);
  const code = readCode(file, text);
  return [...ranges.map((range) => ({ lines: range, within: range })), ...(code === null ? [] : statements(code, ranges))];
}

function statements(code: SourceCode, ranges: readonly LineRange[]): readonly Change[] {
  return ranges.flatMap((range) => {
    const lines = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
    return [...code.piecesOn(lines)].flatMap(([line, pieces]) =>
      [...new Set(pieces.keys().map(statementAround))]
        .filter((piece) => piece !== null)
        .map((piece) => ({ from: code.lines.at(piece.start), to: code.lines.at(piece.end - 1) }))
        .filter(({ from, to }) => from < range.from || to > range.to)
        .map((within) => ({ lines: { from: line, to: line }, within })),
    );
  });
}

/** The statement that a piece is in, or is, or the function whose head it is in; null at the module's top. */
function statementAround(piece: Piece | null): Piece | null {
  let around = piece;
  while (around?.is === 'arm') around = around.outer;
  return around;
}
