/** Text as HTML, for elements and for attributes in quotes. What would turn lines around, break them or be obeyed is shown as �. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** The name of a line's anchor, and of a file's, which is its line 0: `src/a%20b.ts-L12`. */
export function anchorOf(file: string, line: number): string {
  return `${file.toWellFormed().split('/').map(encodeURIComponent).join('/')}-L${line}`;
}

/** A link to an anchor of the page. */
export function link(anchor: string, words: string): string {
  return `<a href="#${escaped(anchor)}">${escaped(words)}</a>`;
}
