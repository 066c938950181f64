import { startOf, writtenKey, type SyntaxNode } from './syntax.ts';

/** A value that is written out. Offsets are in UTF-16 units. */
export type Literal =
  | { readonly is: 'scalar'; readonly offset: number; readonly value: string | number | boolean }
  | { readonly is: 'list'; readonly offset: number; readonly items: readonly Literal[] }
  | { readonly is: 'object'; readonly offset: number; readonly entries: readonly Entry[] };

export type Entry = { readonly key: string; readonly offset: number; readonly value: Literal };

/** Something that cannot be read without running it. `path` are the keys that lead to it. */
export type NotLiteral = { readonly offset: number; readonly path: string; readonly what: string };

/** Reads an expression that is written out, to its data; each node that is not goes to `refused`, and is left out of the data. */
export function readLiteral(node: SyntaxNode, refused: NotLiteral[], path = ''): Literal | null {
  const offset = startOf(node);
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean')) {
    return { is: 'scalar', offset, value: node.value };
  }
  if (node.type === 'ArrayExpression') {
    const items = node.elements.map((element, index) => {
      if (element !== null) return readLiteral(element, refused, join(path, String(index)));
      refused.push({ offset, path, what: 'a hole' });
      return null;
    });
    return { is: 'list', offset, items: items.filter((item) => item !== null) };
  }
  if (node.type === 'ObjectExpression') {
    const entries = node.properties.map((property): Entry | null => {
      if (property.type === 'SpreadElement') return refuse(property, path);
      const key = writtenKey(property.key, property.computed);
      if (key === null || property.computed) return refuse(property.key, path, 'a computed key');
      const value = readLiteral(property.value, refused, join(path, key));
      return value === null ? null : { key, offset: startOf(property), value };
    });
    return { is: 'object', offset, entries: entries.filter((entry) => entry !== null) };
  }
  return refuse(node, path);

  function refuse(at: SyntaxNode, where: string, what = whatIs(at)): null {
    refused.push({ offset: startOf(at), path: where, what });
    return null;
  }
}

/** The data without its places. */
export function plain(literal: Literal): unknown {
  switch (literal.is) {
    case 'scalar':
      return literal.value;
    case 'list':
      return literal.items.map(plain);
    case 'object':
      return Object.fromEntries(literal.entries.map(({ key, value }) => [key, plain(value)]));
  }
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function whatIs(node: SyntaxNode): string {
  switch (node.type) {
    case 'SpreadElement':
      return 'a spread';
    case 'Identifier':
      return `the name '${node.name}'`;
    case 'TemplateLiteral':
      return 'a template';
    case 'CallExpression':
      return 'a call';
    case 'MemberExpression':
      return 'a member of something else';
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return 'a type annotation';
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return 'a function';
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return 'an operator';
    case 'Literal':
      return String(node.raw);
    default:
      return 'an expression';
  }
}
