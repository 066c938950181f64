/** Whole lines of a report, each with its line feed. Whoever reads them moves `at`. */
export type Lines = {
  readonly bytes: Buffer;
  at: number;
  /** How much of the report stands before these. */
  readonly before: number;
};

/** The bytes that lcov gives a meaning. */
export const byte = { lineFeed: 10, carriageReturn: 13, hash: 35, comma: 44, minus: 45, zero: 48, colon: 58 } as const;

/** More lines than any file has, and the most that V8 keeps as a small integer. */
export const lastLine = 2 ** 31 - 1;

/** What cannot be right, and where in the report it stands. */
export class Misread extends Error {
  readonly place: number;
  constructor(what: string, place: number) {
    super(what);
    this.place = place;
  }
}

/** Reads digits and moves behind them; NaN where none stands. Past what a number holds exactly, it stays there. */
export function natural(lines: Lines): number {
  const { bytes } = lines;
  const from = lines.at;
  let at = from;
  let value = 0;
  for (let digit = Number(bytes[at]) - byte.zero; digit >= 0 && digit <= 9; digit = Number(bytes[at]) - byte.zero) {
    value = value * 10 + digit;
    at += 1;
  }
  lines.at = at;
  return at === from ? NaN : Math.min(value, Number.MAX_SAFE_INTEGER);
}

/** Reads a line's number, from 1, and moves behind it; NaN where none stands, or one that no file has. */
export function lineNumber(lines: Lines): number {
  const value = natural(lines);
  return value > 0 && value <= lastLine ? value : NaN;
}

/** Moves behind that byte, if it stands here. */
export function takes(lines: Lines, expected: number): boolean {
  if (lines.bytes[lines.at] !== expected) return false;
  lines.at += 1;
  return true;
}

/** Moves behind the end of the line, LF or CRLF, if it is here. */
export function takesEnd(lines: Lines): boolean {
  const { bytes, at } = lines;
  const length = bytes[at] === byte.carriageReturn ? 2 : 1;
  if (bytes[at + length - 1] !== byte.lineFeed) return false;
  lines.at = at + length;
  return true;
}

/** Moves behind that text, of ASCII only, and the end of the line, if both are here. */
export function takesText(lines: Lines, text: string): boolean {
  const { bytes, at } = lines;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (bytes[at + index] !== code || code >= 0x80) return false;
  }
  lines.at = at + text.length;
  if (takesEnd(lines)) return true;
  lines.at = at;
  return false;
}

/** Reads what is left of a line and moves behind its end. Throws `Misread` at a carriage return within. */
export function restOfLine(lines: Lines): string {
  const { bytes, at } = lines;
  let end = at;
  let all = 0;
  for (let value = Number(bytes[end]); value !== byte.lineFeed && value !== byte.carriageReturn; value = Number(bytes[end])) {
    all |= value;
    end += 1;
  }
  endAt(lines, end);
  return bytes.toString(all < 0x80 ? 'latin1' : 'utf8', at, end);
}

/** Moves behind the end of a line of which nothing is asked. Throws `Misread` at a carriage return within. */
export function passLine(lines: Lines): void {
  const { bytes } = lines;
  let end = lines.at;
  while (bytes[end] !== byte.lineFeed && bytes[end] !== byte.carriageReturn) end += 1;
  endAt(lines, end);
}

function endAt(lines: Lines, end: number): void {
  lines.at = end;
  if (!takesEnd(lines)) throw new Misread('a carriage return stands within a line', lines.before + end);
}

/** What a line says from a place in it, as words for people: 60 characters at most. */
export function textFrom({ bytes }: Lines, at: number): string {
  const end = bytes.indexOf(byte.lineFeed, at);
  return bytes.toString('utf8', at, Math.min(end, at + 240)).replace(/\r$/, '').slice(0, 60);
}
