import type { CallExpression, NewExpression, Program } from 'oxc-parser';
import { childrenOf, type FunctionNode, type SyntaxNode } from '../syntax.ts';
import { destructure } from './destructure.ts';
import type { Evaluator } from './evaluate.ts';
import { blockIn, functionScope, give, imported, lookup, type Placed, type Scope } from './scopes.ts';
import { elements, unknown, type Later } from './values.ts';

/** What stands in a module. */
export type Walked = {
  readonly module: Scope;
  readonly calls: readonly Placed<CallExpression | NewExpression>[];
  readonly thrown: readonly Placed[];
  /** The names that are written anywhere but where they are declared. */
  readonly used: ReadonlySet<string>;
};

/** Walks a module once, with a stack of its own so that no depth is too much, and notes what gives each name its value. */
export function walk(program: Program, { evaluate, parameter, returned }: Evaluator): Walked {
  const module: Scope = { outer: null, names: new Map(), within: null };
  const calls: Placed<CallExpression | NewExpression>[] = [];
  const thrown: Placed[] = [];
  const assignments: (() => void)[] = [];
  const open: Placed[] = [{ node: program, scope: module }];
  const used = new Set<string>();
  const visitLater = (node: SyntaxNode | null, scope: Scope) => {
    if (node === null || node.type === 'Literal' || node.type === 'TemplateElement') return;
    if (node.type === 'Identifier') used.add(node.name);
    else open.push({ node, scope });
  };

  const declare = (pattern: SyntaxNode, source: Later, scope: Scope, owner = scope) =>
    destructure(pattern, source, {
      scope,
      evaluate,
      give: (name, part) => give(owner, name, part),
      meet: (expression) => visitLater(expression, scope),
    });

  const assign = (pattern: SyntaxNode, source: Later, scope: Scope) =>
    destructure(pattern, source, { scope, evaluate, give: (name, part) => void lookup(scope, name)?.push(part), meet: () => {} });

  const enter = (fn: FunctionNode, outer: Scope): null => {
    const scope: Scope = { outer, names: new Map(), within: fn };
    if (fn.id !== null) give(fn.type === 'FunctionDeclaration' ? outer : scope, fn.id.name, () => [{ is: 'function', node: fn }]);
    for (const [index, written] of fn.params.entries()) {
      const pattern = written.type === 'TSParameterProperty' ? written.parameter : written;
      declare(pattern, () => parameter(fn, index, pattern.type === 'RestElement'), scope);
    }
    if (fn.body?.type === 'BlockStatement') for (const statement of fn.body.body) visitLater(statement, scope);
    else visitLater(fn.body, scope);
    returned.set(fn, fn.type === 'ArrowFunctionExpression' && fn.expression ? [{ node: fn.body, scope }] : []);
    return null;
  };

  /** Notes what the node means, and gives the scope to go on with below it; null where that is done already. */
  const visit = (node: SyntaxNode, scope: Scope): Scope | null => {
    switch (node.type) {
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return null;
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) give(scope, specifier.local.name, () => imported(specifier, node.source.value));
        return null;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return enter(node, scope);
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (node.id !== null) give(scope, node.id.name, () => unknown);
        return scope;
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          declare(id, () => (init === null ? [] : evaluate(init, scope)), scope, node.kind === 'var' ? functionScope(scope) : scope);
          visitLater(init, scope);
        }
        return null;
      case 'ForOfStatement': {
        const inner = blockIn(scope);
        if (node.left.type === 'VariableDeclaration') {
          for (const { id } of node.left.declarations) declare(id, () => elements(evaluate(node.right, scope)), inner);
        }
        return inner;
      }
      case 'CatchClause': {
        const inner = blockIn(scope);
        if (node.param !== null) declare(node.param, () => unknown, inner);
        return inner;
      }
      case 'AssignmentExpression':
        assignments.push(() => assign(node.left, () => evaluate(node.right, scope), scope));
        return scope;
      case 'CallExpression':
      case 'NewExpression':
        calls.push({ node, scope });
        return scope;
      case 'ThrowStatement':
        thrown.push({ node: node.argument, scope });
        return scope;
      case 'ReturnStatement':
        if (scope.within !== null && node.argument !== null) returned.get(scope.within)?.push({ node: node.argument, scope });
        return scope;
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'SwitchStatement':
        return blockIn(scope);
      default:
        return scope;
    }
  };

  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const scope = visit(next.node, next.scope);
    if (scope === null) continue;
    for (const node of childrenOf(next.node)) visitLater(node, scope);
  }
  for (const noted of assignments) noted();
  return { module, calls, thrown, used };
}
