import type { ArrayExpression, CallExpression, NewExpression, ObjectExpression, Program } from 'oxc-parser';
import { writtenKey, type FunctionNode, type SyntaxNode } from '../syntax.ts';
import { exportsInCode } from './exports-in-code.ts';
import { lookup, scopesOf, type Scope, type Scopes } from './scopes.ts';
import { elements, member, unknown, type Member, type Value, type Values } from './values.ts';

/** A module whose expressions can be asked for their values. */
export type Code = Scopes & {
  readonly evaluate: (node: SyntaxNode, scope: Scope) => Values;
  /** What a call hands on, place by place, with spread lists taken apart. */
  readonly argumentsOf: (call: CallExpression | NewExpression, scope: Scope) => readonly (() => Values)[];
};

/** A call that leads to a function of this file, and what it hands on; null where another module calls it. */
type Site = { readonly call: CallExpression | null; readonly given: readonly (() => Values)[] | null };
type Sites = Map<FunctionNode, Site[]>;

/** Deeper than anyone writes, and shallow enough for the stack. */
const deepest = 200;
/** How often the calls are gone through again because a function was found that is handed on to another. */
const mostRounds = 4;

/** Methods of a list that call what they are given with each element. */
const iterating: ReadonlySet<string | null> = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

/** The last one is asked for again at once, by each rule that looks at a file; to keep more would keep their syntax trees alive. */
let remembered: { readonly program: Program; readonly code: Code } | null = null;

/**
 * Reads what a module's names and expressions stand for. Calls are not told apart: a parameter may be whatever any call in the file gives it
 * (0-CFA, Shivers 1988). What comes from outside is unknown, but for imports and for what exported factories are given.
 */
export function readCode(program: Program): Code {
  if (remembered?.program !== program) remembered = { program, code: codeOf(program) };
  return remembered.code;
}

function codeOf(program: Program): Code {
  let sites: Sites = new Map();
  let factories: ReadonlySet<FunctionNode> = new Set();
  let depth = 0;
  const values = new Map<object, Values>();

  /** Remembers, answers nothing to a question that leads back to itself, and gives up in the deep. */
  const once = (key: object, find: () => Values): Values => {
    const found = values.get(key);
    if (found !== undefined) return found;
    if (depth === deepest) return unknown;
    values.set(key, []);
    depth += 1;
    const answer = find();
    depth -= 1;
    values.set(key, answer);
    return answer;
  };

  const evaluate = (node: SyntaxNode, scope: Scope): Values => once(node, () => find(node, scope));

  const find = (node: SyntaxNode, scope: Scope): Values => {
    switch (node.type) {
      case 'Identifier': {
        const sources = lookup(scope, node.name);
        return sources === null ? unknown : once(sources, () => sources.flatMap((source) => source()));
      }
      case 'Literal':
        return typeof node.value === 'string' ? [{ is: 'text', text: node.value }] : unknown;
      case 'TemplateLiteral':
        return node.expressions.length > 0 ? unknown : node.quasis.map(({ value }) => ({ is: 'text', text: value.raw }));
      case 'ConditionalExpression':
        return [...evaluate(node.consequent, scope), ...evaluate(node.alternate, scope)];
      case 'LogicalExpression':
        return [...evaluate(node.left, scope), ...evaluate(node.right, scope)];
      case 'SequenceExpression':
        return node.expressions.slice(-1).flatMap((last) => evaluate(last, scope));
      case 'AssignmentExpression':
        return evaluate(node.right, scope);
      case 'AwaitExpression':
        return evaluate(node.argument, scope);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
        return evaluate(node.expression, scope);
      case 'ImportExpression':
        return evaluate(node.source, scope).map((source): Value => (source.is === 'text' ? { is: 'module', from: source.text } : source));
      case 'MemberExpression': {
        const written = writtenKey(node.property, node.computed);
        return member(evaluate(node.object, scope), written === null ? evaluate(node.property, scope) : [{ is: 'text', text: written }]);
      }
      case 'ObjectExpression':
        return [{ is: 'object', members: node.properties.map((property) => memberIn(property, scope)) }];
      case 'ArrayExpression':
        return [{ is: 'list', elements: listed(node.elements, scope) }];
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return [{ is: 'function', node }];
      case 'CallExpression':
        return result(node, scope);
      case 'NewExpression': {
        const made = evaluate(node.callee, scope);
        return made.some((value) => value.is === 'imported' && value.name === 'NotImplementedError') ? [{ is: 'not-implemented' }] : unknown;
      }
      default:
        return unknown;
    }
  };

  const memberIn = (property: ObjectExpression['properties'][number], scope: Scope): Member => {
    if (property.type === 'SpreadElement') return { key: null, value: () => evaluate(property.argument, scope) };
    const written = writtenKey(property.key, property.computed);
    return {
      key: written === null ? evaluate(property.key, scope) : [{ is: 'text', text: written }],
      value: () => evaluate(property.value, scope),
    };
  };

  const listed = (nodes: ArrayExpression['elements'], scope: Scope): readonly (() => Values)[] =>
    nodes.flatMap((node) => {
      if (node === null) return [() => unknown];
      if (node.type !== 'SpreadElement') return [() => evaluate(node, scope)];
      const [list, ...others] = evaluate(node.argument, scope);
      return list?.is === 'list' && others.length === 0 ? list.elements : [() => unknown];
    });

  const argumentsOf = (call: CallExpression | NewExpression, scope: Scope) => listed(call.arguments, scope);

  const result = (call: CallExpression, scope: Scope): Values => {
    const { callee } = call;
    if (callee.type === 'MemberExpression') {
      const method = writtenKey(callee.property, callee.computed);
      const [, ...given] = argumentsOf(call, scope);
      const bound = evaluate(callee.object, scope).flatMap((held): Values =>
        method === 'bind' && held.is === 'capability' ? [{ ...held, bound: [...held.bound, ...given.map((value) => value())] }] : [],
      );
      if (bound.length > 0) return bound;
      if (isObject(callee.object, scope) && (method === 'freeze' || method === 'assign')) {
        return [{ is: 'object', members: argumentsOf(call, scope).map((value) => ({ key: null, value })) }];
      }
    }
    return evaluate(callee, scope).flatMap((called) =>
      called.is === 'function' ? (scopes.returned.get(called.node) ?? []).flatMap(({ node, scope: inside }) => evaluate(node, inside)) : unknown,
    );
  };

  const parameter = (fn: FunctionNode, index: number, isRest: boolean): Values => {
    if (index === 0 && factories.has(fn)) return [{ is: 'dependencies' }];
    const found = sites.get(fn) ?? [{ call: null, given: null }];
    return [...found, ...(factories.has(fn) ? [{ call: null, given: null }] : [])].flatMap(({ call, given }): Values => {
      if (given === null) return unknown;
      if (isRest) return [{ is: 'list', elements: given.slice(index) }];
      return (given[index]?.() ?? unknown).map((value) => (call === null || value.via !== undefined ? value : { ...value, via: call }));
    });
  };

  const findSites = (): Sites => {
    const found: Sites = new Map();
    const note = (called: Values, site: Site) => {
      for (const value of called) if (value.is === 'function') found.set(value.node, [...(found.get(value.node) ?? []), site]);
    };
    for (const { node, scope } of scopes.calls) {
      const called = evaluate(node.callee, scope);
      if (node.type === 'CallExpression') note(called, { call: node, given: argumentsOf(node, scope) });
      if (called.every(({ is }) => is === 'function')) continue;
      const each = node.callee.type === 'MemberExpression' && iterating.has(writtenKey(node.callee.property, node.callee.computed));
      const lists = node.callee.type === 'MemberExpression' && each ? evaluate(node.callee.object, scope) : [];
      for (const value of argumentsOf(node, scope)) note(value(), { call: null, given: each ? [() => elements(lists)] : null });
    }
    return found;
  };

  const scopes = scopesOf(program, { evaluate, parameter });
  factories = new Set(
    exportsInCode(program).flatMap(({ value }) => {
      if (value === null) return [];
      const handedOn = value.type === 'CallExpression' ? argumentsOf(value, scopes.module).flatMap((given) => given()) : [];
      return [...evaluate(value, scopes.module), ...handedOn].flatMap((exported) => (exported.is === 'function' ? [exported.node] : []));
    }),
  );
  for (let round = 0, known = -1; round < mostRounds && sizeOf(sites) !== known; round += 1) {
    known = sizeOf(sites);
    sites = findSites();
    if (sites.size > 0) values.clear();
  }
  return { ...scopes, evaluate, argumentsOf };
}

function isObject(node: SyntaxNode, scope: Scope): boolean {
  return node.type === 'Identifier' && node.name === 'Object' && lookup(scope, 'Object') === null;
}

function sizeOf(sites: Sites): number {
  return [...sites.values()].reduce((sum, { length }) => sum + length, 0);
}
