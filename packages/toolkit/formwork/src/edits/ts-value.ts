import { Visitor } from 'oxc-parser';
import type { RenderItem } from './insert-item.ts';
import { parseValue, type TsSource } from './ts-source.ts';

/** A value's source text in the quotes, indentation and line ends of a file. What is inside of a template stays as it is. */
export function renderValue(value: string, source: TsSource): RenderItem {
  const { layout, quote } = source;
  const { program } = parseValue(value, source);
  const templates: { start: number; end: number }[] = [];
  const characters = value.split('');
  new Visitor({
    TemplateLiteral: ({ start, end }) => void templates.push({ start: start - 1, end: end - 1 }),
    Literal: ({ start, end, raw }) => {
      if (raw === null || !/^'[^'"\\]*'$/.test(raw)) return;
      characters[start - 1] = quote;
      characters[end - 2] = quote;
    },
  }).visit(program);
  const lines = linesOf(characters.join('')).map(({ text, start }) => ({
    text,
    kept: templates.some((template) => template.start < start && start <= template.end),
  }));
  return (indent) =>
    lines.map(({ text, kept }, index) => (index === 0 || kept ? text : reindent(text, indent, layout.indent))).join(layout.eol);
}

function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const here = start;
    start += line.length + 1;
    return { text: line, start: here };
  });
}

/** Values are written with two spaces a step. */
function reindent(line: string, indent: string, step: string): string {
  const spaces = line.search(/[^ ]|$/);
  return indent + step.repeat(Math.floor(spaces / 2)) + line.slice(spaces - (spaces % 2));
}
