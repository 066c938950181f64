/** How a file is written, so that what comes in looks like what was there. */
export type Layout = {
  /** One step of indentation. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  /** Whether lists over several lines end with a comma. */
  readonly trailingComma: boolean;
  /** Whether a short first item goes between the brackets of an empty list, on their line. */
  readonly inline: boolean;
};

/** The indentation step and line ends of a text; two spaces and LF where it does not say. */
export function layoutOf(text: string): Pick<Layout, 'indent' | 'eol'> {
  return { indent: indentOf(text), eol: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n' };
}

/** The whitespace that the line around an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(lineStart, offset).replace(/^\uFEFF?([ \t]*).*$/s, '$1');
}

/** The smallest step from one line to a deeper one; lines of a block comment do not count. */
function indentOf(text: string): string {
  const steps: string[] = [];
  let above = '';
  for (const [, indent = ''] of text.matchAll(/^([ \t]*)(?![ \t]|\*|\r?$)/gm)) {
    if (indent.length > above.length && indent.startsWith(above)) steps.push(indent.slice(above.length));
    above = indent;
  }
  return steps.sort((a, b) => a.length - b.length)[0] ?? '  ';
}
