import { visitorKeys, type ArrowFunctionExpression, type Function as NamedFunction, type Node, type Program } from 'oxc-parser';

/** A node of ESTree with TypeScript, as oxc-parser and typescript-eslint both make it. */
export type SyntaxNode = Node;
export type FunctionNode = ArrowFunctionExpression | NamedFunction;

/** Whether this is the root of a syntax tree, whichever of the two parsers made it. */
export function isProgram(node: { readonly type: string }): node is Program {
  return node.type === 'Program';
}

/** Whether a value found in a syntax tree is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Types do nothing at run time. */
const typeKeys: ReadonlySet<string> = new Set([
  'implements',
  'returnType',
  'superTypeArguments',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
]);
const codeKeys = new Map(Object.entries(visitorKeys).map(([type, keys]) => [type, keys.filter((key) => !typeKeys.has(key))]));

/** The nodes right below that are code, in the order in which they are written. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const key of codeKeys.get(node.type) ?? []) {
    const value: unknown = Reflect.get(node, key);
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

/** Offset of the node's first character. typescript-eslint's nodes say it in `range` alone. */
export function startOf(node: SyntaxNode): number {
  return node.range?.[0] ?? node.start;
}

/** What a property or a member is called where that is written down: `a`, `'a'`, `0`. */
export function writtenKey(key: SyntaxNode, computed: boolean): string | null {
  if (key.type === 'Identifier') return computed ? null : key.name;
  return key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number') ? String(key.value) : null;
}
