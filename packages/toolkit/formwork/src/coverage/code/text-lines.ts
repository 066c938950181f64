/** The lines of a text as git counts them: they end in LF, whatever else the language takes for an end of a line. */
export type TextLines = {
  readonly text: string;
  /** How many there are; the last may be empty. */
  readonly count: number;
  /** The line, from 1, that an offset in UTF-16 units stands on. */
  readonly at: (offset: number) => number;
  /** The offset of a line's first character; of a line past the last, the length of the text. */
  readonly start: (line: number) => number;
  /** A line without what ends it. */
  readonly of: (line: number) => string;
};

/** Finds the lines of a text, once. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  const start = (line: number): number => starts[line - 1] ?? text.length;
  return {
    text,
    count: starts.length,
    start,
    of: (line) => text.slice(start(line), start(line + 1)).replace(/\r?\n$/, ''),
    at: (offset) => indexAt(starts, offset) + 1,
  };
}

/** The index of the last of some numbers, ascending, that is not above a value; 0 where all are. */
export function indexAt(starts: readonly number[], value: number): number {
  let from = 0;
  let to = starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (Number(starts[middle]) <= value) from = middle;
    else to = middle;
  }
  return from;
}
