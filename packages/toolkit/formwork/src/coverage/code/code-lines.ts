import { readCode } from './source-code.ts';

/**
 * The lines of a module, from 1, that hold something to run: no types, imports and re-exports, no comments, blank lines and lone brackets.
 * Null where it cannot be parsed, and any line may.
 */
export function codeLines(file: string, text: string): ReadonlySet<number> | null {
  const code = readCode(file, text);
  if (code === null) return null;
  return new Set(code.piecesOn(Array.from({ length: code.lines.count }, (_, index) => index + 1)).keys());
}
