import type { Span } from './idle.ts';
import type { Outline } from './outline.ts';
import type { Piece } from './piece.ts';
import type { TextLines } from './text-lines.ts';

/**
 * The innermost pieces that have a word on a line, in the order in which they stand there, each with the offsets of its words; null is the
 * module itself.
 */
export type LinePieces = ReadonlyMap<number, Words>;

export type Words = ReadonlyMap<Piece | null, readonly number[]>;

/** Says what stands on some lines, given ascending: one walk over their characters and over all pieces. */
export function piecesByLine(
  asked: Iterable<number>,
  lines: TextLines,
  { units, functions, arms, idle, texts }: Pick<Outline, 'units' | 'functions' | 'arms' | 'idle' | 'texts'>,
): LinePieces {
  const marks = marked(lines.text, texts, idle);
  // Where several are the same text, a way through a branch is around what it leads to, and a statement around its only expression.
  const pieces = [...arms, ...units, ...functions].sort((a, b) => a.start - b.start || b.end - a.end);
  const around: Piece[] = [];
  let entered = 0;
  const innermost = (offset: number): Piece | null => {
    for (let next = pieces[entered]; next !== undefined && next.start <= offset; next = pieces[entered]) {
      entered += 1;
      if (next.end > offset) around.push(next);
    }
    while (Number(around.at(-1)?.end) <= offset) around.pop();
    return around.at(-1) ?? null;
  };

  const found = new Map<number, Map<Piece | null, number[]>>();
  for (const line of asked) {
    const end = lines.start(line + 1);
    let inWord = false;
    for (let offset = lines.start(line); offset < end; offset += 1) {
      const isWord = isCode(marks, offset, lines.text.charCodeAt(offset));
      if (isWord && !inWord) {
        const piece = innermost(offset);
        const pieces = found.get(line) ?? new Map<Piece | null, number[]>();
        const words = pieces.get(piece) ?? [];
        words.push(offset);
        found.set(line, pieces.set(piece, words));
      }
      inWord = isWord;
    }
  }
  return found;
}

const mark = { text: 1, idle: 2 } as const;

function marked(text: string, texts: readonly Span[], idle: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const { start, end } of texts) marks.fill(mark.text, start, end);
  for (const { start, end } of idle) marks.fill(mark.idle, start, end);
  return marks;
}

/** Brackets and other signs are no code by themselves, unless they stand in a text. */
function isCode(marks: Uint8Array, offset: number, letter: number): boolean {
  if (marks[offset] === mark.idle || isSpace(letter)) return false;
  return marks[offset] === mark.text || letter >= 128 || isWordSign[letter] === 1;
}

const isWordSign = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$') isWordSign[letter.charCodeAt(0)] = 1;

/** All that the language takes for space or for the end of a line, and the byte order mark. */
function isSpace(letter: number): boolean {
  return letter <= 32 || (letter >= 160 && /\s/.test(String.fromCharCode(letter)));
}
