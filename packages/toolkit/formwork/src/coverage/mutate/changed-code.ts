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
  const texts = text.split('\n');
  return [
    ...ranges.map((range) => ({ lines: range, within: range })),
    ...(code === null ? [] : statements(code, ranges)),
    ...[...changed].flatMap((line) => silenced(line, texts)),
  ];
}

function statements(code: SourceCode, ranges: readonly LineRange[]): readonly Change[] {
  return ranges.flatMap((range) => {
    return [...code.piecesOn(linesIn(range))].flatMap(([line, pieces]) =>
      [...new Set(pieces.keys().map(statementAround))]
        .filter((piece) => piece !== null)
        .map((piece) => ({ from: code.lines.at(piece.start), to: code.lines.at(piece.end - 1) }))
        .filter(({ from, to }) => from < range.from || to > range.to)
        .map((within) => ({ lines: { from: line, to: line }, within })),
    );
  });
}

/** What a comment of Stryker's on a line keeps from mutants: it has to say why, also where nothing else has changed. */
function silenced(line: number, texts: readonly string[]): readonly Change[] {
  const comment = /\bStryker disable( next-line)?\b/.exec(`${texts[line - 1]}`);
  if (comment === null || line === texts.length) return [];
  const restored = texts.findIndex((text, index) => index >= line && /\bStryker restore\b/.test(text));
  const last = comment[1] !== undefined ? line + 1 : restored === -1 ? texts.length : restored;
  return [{ lines: { from: line + 1, to: last }, within: { from: line + 1, to: texts.length } }];
}

function linesIn({ from, to }: LineRange): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The statement that a piece is in, or is, or the function whose head it is in; null at the module's top. */
function statementAround(piece: Piece | null): Piece | null {
  let around = piece;
  while (around?.is === 'arm') around = around.outer;
  return around;
}
