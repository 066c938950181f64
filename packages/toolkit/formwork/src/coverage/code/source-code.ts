import type { Comment, Program } from 'oxc-parser';
import { letGo, parseSource } from '../../workspace/parse-source.ts';
import { hintsIn, type Hint } from './hints.ts';
import { outlineOf, type Outline } from './outline.ts';
import { piecesByLine, type LinePieces } from './pieces-by-line.ts';
import { textLines, type TextLines } from './text-lines.ts';

/** A source as coverage sees it. */
export type SourceCode = Outline & {
  readonly lines: TextLines;
  readonly hints: readonly Hint[];
  /** What stands on these lines, given ascending; a line that holds nothing to run is not among them. */
  readonly piecesOn: (lines: Iterable<number>) => LinePieces;
};

/** Reads a source; null where it cannot be parsed. The name says the language, and where it does not hold, one that is near. */
export function readCode(file: string, text: string): SourceCode | null {
  const parsed = parse(file, text);
  if (parsed === null) return null;
  const { program, comments } = parsed;
  const lines = textLines(text);
  const outline = outlineOf(program, text);
  const hints = hintsIn(comments, program, lines);
  const idle = [...outline.idle, ...comments, ...(program.hashbang === null ? [] : [program.hashbang])];
  letGo(program);
  return { ...outline, lines, hints, piecesOn: (asked) => piecesByLine(asked, lines, { ...outline, idle }) };
}

/** JavaScript may hold JSX or types in spite of its name, or be a CommonJS module that returns. */
function parse(file: string, text: string): { readonly program: Program; readonly comments: readonly Comment[] } | null {
  const names = /\.[cm]?jsx?$/.test(file) ? [file, `${file}.tsx`, `${file}.cjs`] : [file];
  for (const name of names) {
    const parsed = parseSource(name, text);
    if (parsed.program !== null) return { program: parsed.program, comments: parsed.comments() };
  }
  return null;
}
