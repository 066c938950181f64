import { indentAt, type Layout } from './layout.ts';

/** A comma-separated list between brackets: an object, an array or the names of an import, in TypeScript or JSON. */
export type BracketList = {
  readonly text: string;
  /** The text with its comments blanked out, of the same length and lines. */
  readonly code: string;
  readonly comments: readonly Span[];
  /** Where the brackets stand. */
  readonly open: number;
  readonly close: number;
  readonly items: readonly Span[];
};

export type Span = { readonly start: number; readonly end: number };

/** The item as it reads where its line is indented by `indent`. */
export type RenderItem = (indent: string) => string;

const lineWidth = 140;

/** The whole text with an item more, before the item of that index or last; comments, indentation and trailing commas stay as they are. */
export function insertItem(list: BracketList, index: number, render: RenderItem, layout: Layout): string {
  const [first] = list.items;
  if (first === undefined) return fillEmpty(list, render, layout);
  if (list.code.slice(list.open, first.start).includes('\n')) {
    const indent = indentAt(list.text, first.start);
    return insertLine(list, index, `${layout.eol}${indent}${render(indent)}`);
  }
  const inline = insertInline(list, index, render);
  const fits = !inline.item.includes('\n') && widthAt(inline.text, list.open) <= Math.max(lineWidth, widthAt(list.text, list.open));
  return fits || !isOneLineOfCode(list) ? inline.text : explode(list, index, render, layout);
}

function insertLine(list: BracketList, index: number, item: string): string {
  const { text, code, open, close, items } = list;
  const before = items[index - 1];
  const after = items[index];
  const end = before?.end ?? open;
  const limit = after?.start ?? close;
  const comma = before === undefined ? open + 1 : commaAfter(code, end, limit);
  const at = endOfLine(list, comma ?? end, limit);
  const line = after === undefined && comma === null ? item : `${item},`;
  return comma === null ? splice(splice(text, at, line), end, ',') : splice(text, at, line);
}

function insertInline(
  { text, code, open, close, items }: BracketList,
  index: number,
  render: RenderItem,
): { readonly text: string; readonly item: string } {
  const item = render(indentAt(text, open));
  const between = items[1] === undefined ? ', ' : text.slice(items[0]?.end, items[1].start);
  const separator = /^,[ \t]*$/.test(between) ? between : ', ';
  const after = items[index];
  if (after !== undefined) return { text: splice(text, after.start, `${item}${separator}`), item };
  const end = Math.max(...items.map((one) => one.end));
  const comma = commaAfter(code, end, close);
  return { text: comma === null ? splice(text, end, `${separator}${item}`) : splice(text, comma, ` ${item},`), item };
}

/** Each item on a line of its own. */
function explode(
  { text, open, close, items }: BracketList,
  index: number,
  render: RenderItem,
  { indent, eol, trailingComma }: Layout,
): string {
  const base = indentAt(text, open);
  const lines = items.map(({ start, end }) => text.slice(start, end));
  lines.splice(index, 0, render(base + indent));
  const body = lines.map((line) => `${eol}${base}${indent}${line}`).join(',');
  return `${text.slice(0, open + 1)}${body}${trailingComma ? ',' : ''}${eol}${base}${text.slice(close)}`;
}

function fillEmpty({ text, open, close }: BracketList, render: RenderItem, { indent, eol, trailingComma, inline }: Layout): string {
  const interior = text.slice(open + 1, close).trimEnd();
  const base = indentAt(text, open);
  const item = render(base + indent);
  const padding = text[open] === '{' ? ' ' : '';
  const oneLine = `${text.slice(0, open + 1)}${padding}${item}${padding}${text.slice(close)}`;
  if (inline && interior === '' && !item.includes('\n') && widthAt(oneLine, open) <= lineWidth) return oneLine;
  return `${text.slice(0, open + 1)}${interior}${eol}${base}${indent}${item}${trailingComma ? ',' : ''}${eol}${base}${text.slice(close)}`;
}

/** Behind the comma that follows an item; null where none does. */
function commaAfter(code: string, end: number, limit: number): number | null {
  const comma = code.slice(end, limit).indexOf(',');
  return comma === -1 ? null : end + comma + 1;
}

/** The end of the line, behind a comment on it; the same place where the list or the comment goes on from there. */
function endOfLine({ code, comments }: BracketList, from: number, limit: number): number {
  const newline = /\r?\n/.exec(code.slice(from, limit));
  if (newline === null) return from;
  const end = from + newline.index;
  return comments.some((comment) => comment.start < end && comment.end > end) ? from : end;
}

function isOneLineOfCode({ text, code, open, close }: BracketList): boolean {
  const interior = text.slice(open, close);
  return !interior.includes('\n') && interior === code.slice(open, close);
}

function widthAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return (end === -1 ? text.length : end) - text.lastIndexOf('\n', offset) - 1;
}

/** The text with the comments blanked out, of the same length and lines. */
export function withoutComments(text: string, comments: readonly Span[]): string {
  let code = '';
  for (const { start, end } of comments) code += text.slice(code.length, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return code + text.slice(code.length);
}

/** The text with something more at an offset. */
export function splice(text: string, at: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at);
}
