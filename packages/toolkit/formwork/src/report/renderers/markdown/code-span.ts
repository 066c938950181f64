import { printable } from '../text/index.ts';

/**
 * Text from a repository as Markdown that means nothing else: plain words as they are, and all other text in a code span, where nothing is
 * emphasised, linked or mentioned. One line of at most `most` characters.
 */
export function quoted(text: string, most: number): string {
  const line = oneLine(text, most);
  return /^(?:[\p{L} ;'-]|[.,:](?= |$))*$/u.test(line) ? line : codeSpan(line);
}

/** A code span around one line: its fence is longer than any run of backticks within. */
export function codeSpan(line: string): string {
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const room = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + room + line + room + fence;
}

/** Text in one line, cut where it is longer than `most` characters. */
export function oneLine(text: string, most: number): string {
  const line = printable(text.replace(/\s+/g, ' ')).trim();
  return line.length > most ? `${line.slice(0, most - 1)}…`.toWellFormed() : line;
}
