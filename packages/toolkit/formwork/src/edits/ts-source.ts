import { parseSync, Visitor, type Expression, type ObjectProperty, type Program } from 'oxc-parser';
import { notParsed } from './edit-error.ts';
import { withoutComments, type Span } from './insert-item.ts';
import { layoutOf, type Layout } from './layout.ts';

/** A TypeScript or JavaScript file as text, as code and as a tree. Offsets are UTF-16 units, a BOM counts as one. */
export type TsSource = {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly comments: readonly Span[];
  readonly program: Program;
  readonly layout: Layout;
  readonly quote: "'" | '"';
};

/** Parses a file; the path's extension tells the language. Throws `edit/not-parsed`. */
export function parseTs(path: string, text: string): TsSource {
  const { program, comments, errors } = parseSync(path, text, { preserveParens: false });
  const [error] = errors;
  if (error !== undefined) throw notParsed(path, 'TypeScript', text, error.labels[0]?.start ?? 0, error.message);
  const code = withoutComments(text, comments);
  return { path, text, code, comments, program, ...styleOf(program, text, code) };
}

function styleOf(program: Program, text: string, code: string): Pick<TsSource, 'layout' | 'quote'> {
  const quotes = { "'": 0, '"': 0 };
  const lists = { withComma: 0, without: 0 };
  const countList = ({ end }: Span, items: readonly (Span | null)[]): void => {
    const between = code.slice(items.at(-1)?.end ?? end, end);
    if (between.includes('\n')) lists[between.includes(',') ? 'withComma' : 'without']++;
  };
  new Visitor({
    Literal: ({ start, value }) => {
      const quote = text[start];
      if (typeof value === 'string' && (quote === "'" || quote === '"')) quotes[quote]++;
    },
    ObjectExpression: (node) => countList(node, node.properties),
    ArrayExpression: (node) => countList(node, node.elements),
  }).visit(program);
  return {
    layout: { ...layoutOf(text), trailingComma: lists.withComma >= lists.without, inline: true },
    quote: quotes['"'] > quotes["'"] ? '"' : "'",
  };
}

/** A value's source text as an expression of the file's language. A value that is none is the caller's mistake. */
export function parseValue(value: string, { path }: TsSource): { readonly expression: Expression; readonly program: Program } {
  // A parenthesis in front, so that `{` opens an object; offsets are one more than in the value.
  const { program, errors } = parseSync(path, `(${value}\n)`, { preserveParens: false });
  const [statement, ...more] = program.body;
  if (errors.length > 0 || more.length > 0 || statement?.type !== 'ExpressionStatement') throw new Error(`Not an expression: ${value}`);
  return { expression: statement.expression, program };
}

/** Whether two trees mean the same: places, quotes, parentheses, and how a key is written do not count. */
export function sameCode(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, plain) === JSON.stringify(other, plain);
}

function plain(key: string, value: unknown): unknown {
  if (key === 'start' || key === 'end' || key === 'shorthand') return undefined;
  if (typeof value === 'bigint') return String(value);
  if (isStringLiteral(value)) return { type: 'Literal', value: value.value };
  if (isPlainProperty(value)) return { ...value, key: keyOf(value) };
  return value;
}

function isStringLiteral(value: unknown): value is { readonly value: string } {
  return value instanceof Object && 'type' in value && value.type === 'Literal' && 'value' in value && typeof value.value === 'string';
}

function isPlainProperty(value: unknown): value is ObjectProperty {
  return value instanceof Object && 'type' in value && value.type === 'Property' && 'computed' in value && value.computed === false;
}

/** A property's key where it can be told without running the code; null where it is computed. */
export function keyOf({ key, computed }: ObjectProperty): string | null {
  if (!computed && key.type === 'Identifier') return key.name;
  return !computed && key.type === 'Literal' ? String(key.value) : null;
}
