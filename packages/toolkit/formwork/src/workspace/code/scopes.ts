import type { CallExpression, ImportDeclaration, NewExpression, Program } from 'oxc-parser';
import { childrenOf, writtenKey, type FunctionNode, type SyntaxNode } from '../syntax.ts';
import { elements, member, unknown, type Values } from './values.ts';

/** Where names are looked up: a function, a block, the module. */
export type Scope = {
  readonly outer: Scope | null;
  /** What was ever given to each name, each to be asked when it is needed. */
  readonly names: Map<string, (() => Values)[]>;
  readonly within: FunctionNode | null;
};

/** An expression and the scope that its names are looked up in. */
export type Placed<N extends SyntaxNode = SyntaxNode> = { readonly node: N; readonly scope: Scope };

/** A module with its names resolved. */
export type Scopes = {
  readonly module: Scope;
  readonly calls: readonly Placed<CallExpression | NewExpression>[];
  readonly thrown: readonly Placed[];
  /** What a function may give back. */
  readonly returned: ReadonlyMap<FunctionNode, readonly Placed[]>;
  /** The scope of what stands inside a function. */
  readonly inside: ReadonlyMap<FunctionNode, Scope>;
};

/** What the values of expressions and parameters are; asked only after the whole module was walked. */
export type Evaluator = {
  readonly evaluate: (node: SyntaxNode, scope: Scope) => Values;
  /** A rest parameter is a list of what is left. */
  readonly parameter: (fn: FunctionNode, index: number, isRest: boolean) => Values;
};

/** Walks a module once, with a stack of its own so that no depth of nesting is too much, and notes what gives each name its value. */
export function scopesOf(program: Program, { evaluate, parameter }: Evaluator): Scopes {
  const module: Scope = { outer: null, names: new Map(), within: null };
  const calls: Placed<CallExpression | NewExpression>[] = [];
  const thrown: Placed[] = [];
  const returned = new Map<FunctionNode, Placed[]>();
  const inside = new Map<FunctionNode, Scope>();
  const assignments: (() => void)[] = [];
  const open: Placed[] = [];

  const give = (scope: Scope, name: string, source: () => Values) => {
    const sources = scope.names.get(name);
    if (sources === undefined) scope.names.set(name, [source]);
    else sources.push(source);
  };

  /** Takes a pattern apart: each name in it gets its part of the source. */
  const destructure = (pattern: SyntaxNode, source: () => Values, scope: Scope, to: (name: string, source: () => Values) => void): void => {
    switch (pattern.type) {
      case 'Identifier':
        return to(pattern.name, source);
      case 'AssignmentPattern':
        open.push({ node: pattern.right, scope });
        return destructure(pattern.left, () => [...source(), ...evaluate(pattern.right, scope)], scope, to);
      case 'RestElement':
        return destructure(pattern.argument, source, scope, to);
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') destructure(property, source, scope, to);
          else destructure(property.value, () => member(source(), keyOf(property.key, property.computed, scope)), scope, to);
        }
        return;
      case 'ArrayPattern':
        for (const [index, element] of pattern.elements.entries()) {
          if (element !== null) destructure(element, () => member(source(), [{ is: 'text', text: String(index) }]), scope, to);
        }
    }
  };

  const keyOf = (key: SyntaxNode, computed: boolean, scope: Scope): Values => {
    const written = writtenKey(key, computed);
    return written === null ? evaluate(key, scope) : [{ is: 'text', text: written }];
  };

  const declare = (pattern: SyntaxNode, source: () => Values, scope: Scope, target = scope) =>
    destructure(pattern, source, scope, (name, part) => give(target, name, part));

  const enterFunction = (fn: FunctionNode, outer: Scope) => {
    const scope: Scope = { outer, names: new Map(), within: fn };
    inside.set(fn, scope);
    if (fn.type === 'FunctionExpression' && fn.id !== null) give(scope, fn.id.name, () => [{ is: 'function', node: fn }]);
    for (const [index, written] of fn.params.entries()) {
      const pattern = written.type === 'TSParameterProperty' ? written.parameter : written;
      declare(pattern, () => parameter(fn, index, pattern.type === 'RestElement'), scope);
    }
    if (fn.body === null) return;
    if (fn.type === 'ArrowFunctionExpression' && fn.expression) returned.set(fn, [{ node: fn.body, scope }]);
    open.push({ node: fn.body, scope });
  };

  const visit = (node: SyntaxNode, scope: Scope): Scope | null => {
    switch (node.type) {
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return null;
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) give(scope, specifier.local.name, imported(specifier, node.source.value));
        return null;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.type === 'FunctionDeclaration' && node.id !== null) give(scope, node.id.name, () => [{ is: 'function', node }]);
        enterFunction(node, scope);
        return null;
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (node.id !== null) give(scope, node.id.name, () => unknown);
        return scope;
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          const target = node.kind === 'var' ? functionScope(scope) : scope;
          declare(id, () => (init === null ? [] : evaluate(init, scope)), scope, target);
          if (init !== null) open.push({ node: init, scope });
        }
        return null;
      case 'ForOfStatement': {
        const inner = block(scope);
        if (node.left.type === 'VariableDeclaration') {
          for (const { id } of node.left.declarations) declare(id, () => elements(evaluate(node.right, scope)), inner);
        }
        return inner;
      }
      case 'CatchClause': {
        const inner = block(scope);
        if (node.param !== null) declare(node.param, () => unknown, inner);
        return inner;
      }
      case 'AssignmentExpression':
        assignments.push(() =>
          destructure(node.left, () => evaluate(node.right, scope), scope, (name, part) => lookup(scope, name)?.push(part)),
        );
        return scope;
      case 'CallExpression':
      case 'NewExpression':
        calls.push({ node, scope });
        return scope;
      case 'ThrowStatement':
        thrown.push({ node: node.argument, scope });
        return scope;
      case 'ReturnStatement':
        if (scope.within !== null && node.argument !== null) {
          returned.set(scope.within, [...(returned.get(scope.within) ?? []), { node: node.argument, scope }]);
        }
        return scope;
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'SwitchStatement':
        return block(scope);
      default:
        return scope;
    }
  };

  open.push({ node: program, scope: module });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const scope = visit(next.node, next.scope);
    if (scope !== null) for (const node of childrenOf(next.node)) open.push({ node, scope });
  }
  for (const assign of assignments) assign();
  return { module, calls, thrown, returned, inside };
}

/** What gives a name its value, in the nearest scope that knows it. */
export function lookup(from: Scope, name: string): (() => Values)[] | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.outer) {
    const sources = scope.names.get(name);
    if (sources !== undefined) return sources;
  }
  return null;
}

function block(outer: Scope): Scope {
  return { outer, names: new Map(), within: outer.within };
}

/** `var` belongs to the function, or to the module, whatever blocks it stands in. */
function functionScope(from: Scope): Scope {
  let scope = from;
  while (scope.outer !== null && scope.outer.within === scope.within) scope = scope.outer;
  return scope;
}

function imported(specifier: ImportDeclaration['specifiers'][number], from: string): () => Values {
  switch (specifier.type) {
    case 'ImportNamespaceSpecifier':
      return () => [{ is: 'module', from }];
    case 'ImportDefaultSpecifier':
      return () => [{ is: 'imported', from, name: 'default' }];
    default:
      return () => [{ is: 'imported', from, name: specifier.imported.type === 'Literal' ? specifier.imported.value : specifier.imported.name }];
  }
}
