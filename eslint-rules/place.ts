import type { AST } from 'eslint';

/** Where a finding is about the file as a whole. */
export const wholeFile: AST.SourceLocation = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** Where a node stands, as ESLint reports it. The other parser's nodes have no `loc`, so that their types do not promise one. */
export function placeOf(
  node: { readonly range?: readonly [number, number]; readonly start: number; readonly end: number },
  sourceCode: { readonly getLocFromIndex: (index: number) => AST.SourceLocation['start'] },
): AST.SourceLocation {
  const [start, end] = node.range ?? [node.start, node.end];
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
