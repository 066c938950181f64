/** How many lines a text has. Lines are git's: they end in LF, and the last may not. */
export function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** What a diff says to stand in some lines: their numbers, ascending, and the text of each. */
export type Said = { readonly lines: ReadonlySet<number>; readonly added: readonly string[] };

/** The first line of a text that is not what a diff says; null where it fits. */
export function firstMisfit(text: string, { lines, added }: Said): number | null {
  let [number, at, index] = [1, 0, 0];
  for (const line of lines) {
    for (; number < line && at < text.length; number += 1) at = afterLine(text, at);
    if (at >= text.length || !isSame(text.slice(at, afterLine(text, at)).replace(/\n$/, ''), `${added[index]}`)) return line;
    index += 1;
  }
  return null;
}

function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Git may keep lines without their carriage return; bytes that are no UTF-8 may have become one mark or several. */
function isSame(standing: string, said: string): boolean {
  return standing === said || comparable(standing) === comparable(said);
}

function comparable(line: string): string {
  return line.replace(/\r$/, '').replace(/\uFFFD+/g, '\uFFFD');
}
