/** Lines are git's: they end in LF, and the last may not. */
export function linesIn(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The first changed line of which a diff says something else than what stands there; null where it fits. */
export function firstMisfit(
  standing: readonly string[],
  { lines, added }: { readonly lines: ReadonlySet<number>; readonly added: readonly string[] },
): number | null {
  let index = 0;
  for (const line of lines) {
    if (!isSame(standing[line - 1], `${added[index]}`)) return line;
    index += 1;
  }
  return null;
}

/** Git may keep lines without their carriage return; bytes that are no UTF-8 may have become one mark or several. */
function isSame(standing: string | undefined, said: string): boolean {
  return standing === said || (standing !== undefined && comparable(standing) === comparable(said));
}

function comparable(line: string): string {
  return line.replace(/\r$/, '').replace(/\uFFFD+/g, '\uFFFD');
}
