import type { ImportDeclaration } from 'oxc-parser';
import type { FunctionNode, SyntaxNode } from '../syntax.ts';
import type { Later, Values } from './values.ts';

/** Where names are looked up: a function, a block, the module. */
export type Scope = {
  readonly outer: Scope | null;
  /** What was ever given to each name. */
  readonly names: Map<string, Later[]>;
  readonly within: FunctionNode | null;
};

/** An expression and the scope that its names are looked up in. */
export type Placed<Node extends SyntaxNode = SyntaxNode> = { readonly node: Node; readonly scope: Scope };

/** What gives a name its value, in the nearest scope that knows it; null where it comes from outside of the module. */
export function lookup(from: Scope, name: string): Later[] | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.outer) {
    const sources = scope.names.get(name);
    if (sources !== undefined) return sources;
  }
  return null;
}

export function give(scope: Scope, name: string, source: Later): void {
  const sources = scope.names.get(name);
  if (sources === undefined) scope.names.set(name, [source]);
  else sources.push(source);
}

export function blockIn(outer: Scope): Scope {
  return { outer, names: new Map(), within: outer.within };
}

/** `var` belongs to the function, or to the module, whatever blocks it stands in. */
export function functionScope(from: Scope): Scope {
  let scope = from;
  while (scope.outer !== null && scope.outer.within === scope.within) scope = scope.outer;
  return scope;
}

/** What a specifier of an import brings from the module that the import names. */
export function imported(specifier: ImportDeclaration['specifiers'][number], from: string): Values {
  if (specifier.type === 'ImportNamespaceSpecifier') return [{ is: 'module', from }];
  if (specifier.type === 'ImportDefaultSpecifier') return [{ is: 'imported', from, name: 'default' }];
  const { imported: name } = specifier;
  return [{ is: 'imported', from, name: name.type === 'Literal' ? name.value : name.name }];
}
