import type { ArrayExpression, CallExpression, ObjectExpression } from 'oxc-parser';
import { writtenKey, type FunctionNode, type SyntaxNode } from '../syntax.ts';
import { lookup, type Placed, type Scope } from './scopes.ts';
import { member, text, unknown, type Later, type Member, type Value, type Values } from './values.ts';

/** What the parameter of a function may be given; a rest parameter is a list of what is left. */
export type Parameter = (fn: FunctionNode, index: number, isRest: boolean) => Values;

export type Evaluator = {
  /** What an expression may be. */
  readonly evaluate: (node: SyntaxNode, scope: Scope) => Values;
  /** What is written in a list or handed on by a call, place by place, with spread lists taken apart. */
  readonly listed: (nodes: ArrayExpression['elements'], scope: Scope) => readonly Later[];
  readonly parameter: Parameter;
  /** What each function may give back. */
  readonly returned: Map<FunctionNode, Placed[]>;
  /** Forgets all answers, because parameters are known better. */
  readonly forget: () => void;
};

/** Deeper than anyone writes, and shallow enough for the stack. */
const deepest = 200;
/** More than anyone chooses from. */
const most = 100;

/** Evaluates expressions without running them, once the whole module was walked. */
export function evaluator(parameterOf: Parameter): Evaluator {
  const answers = new Map<object, Values>();
  const returned = new Map<FunctionNode, Placed[]>();
  let depth = 0;

  /** Remembers, answers nothing to a question that leads back to itself, and gives up where there is too much to choose from. */
  const once = (question: object, find: Later): Values => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    answers.set(question, []);
    const found = find();
    const distinct = found.length > 1 ? [...new Set(found)] : found;
    const answer = distinct.length > most ? unknown : distinct;
    answers.set(question, answer);
    return answer;
  };

  const evaluate = (node: SyntaxNode, scope: Scope): Values => {
    if (depth === deepest) return unknown;
    depth += 1;
    const found = find(node, scope);
    depth -= 1;
    return found;
  };

  const find = (node: SyntaxNode, scope: Scope): Values => {
    switch (node.type) {
      case 'Identifier': {
        const sources = lookup(scope, node.name);
        return sources === null ? unknown : once(sources, () => sources.flatMap((source) => source()));
      }
      case 'Literal':
        return typeof node.value === 'string' ? text(node.value) : unknown;
      case 'TemplateLiteral':
        return node.expressions.length > 0 ? unknown : node.quasis.flatMap(({ value }) => text(value.raw));
      case 'MemberExpression':
        return member(evaluate(node.object, scope), keyOf(node.property, node.computed, scope));
      case 'CallExpression':
        return result(node, scope);
      case 'ObjectExpression':
        return [{ is: 'object', members: node.properties.map((property) => memberIn(property, scope)) }];
      case 'ArrayExpression':
        return [{ is: 'list', elements: listed(node.elements, scope) }];
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return [{ is: 'function', node }];
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
      case 'NewExpression': {
        const made = evaluate(node.callee, scope);
        const isDraft = made.some((value) => value.is === 'imported' && value.name === 'NotImplementedError');
        return isDraft ? [{ is: 'not-implemented' }] : unknown;
      }
      default:
        return unknown;
    }
  };

  const keyOf = (key: SyntaxNode, computed: boolean, scope: Scope): Values | string => writtenKey(key, computed) ?? evaluate(key, scope);

  const memberIn = (property: ObjectExpression['properties'][number], scope: Scope): Member =>
    property.type === 'SpreadElement'
      ? { key: null, value: () => evaluate(property.argument, scope) }
      : { key: keyOf(property.key, property.computed, scope), value: () => evaluate(property.value, scope) };

  const listed = (nodes: ArrayExpression['elements'], scope: Scope): readonly Later[] =>
    nodes.flatMap((node): Later | readonly Later[] => {
      if (node === null) return () => unknown;
      if (node.type !== 'SpreadElement') return () => evaluate(node, scope);
      const [list, ...others] = evaluate(node.argument, scope);
      return list?.is === 'list' && others.length === 0 ? list.elements : () => unknown;
    });

  const result = (call: CallExpression, scope: Scope): Values => {
    const kept = call.callee.type === 'MemberExpression' ? keptBy(call.callee, call, scope) : [];
    if (kept.length > 0) return kept;
    return evaluate(call.callee, scope).flatMap((called) => {
      const given = called.is === 'function' ? returned.get(called.node) : undefined;
      return given === undefined ? unknown : once(given, () => given.flatMap(({ node, scope: inside }) => evaluate(node, inside)));
    });
  };

  /** What `bind`, `Object.freeze` and `Object.assign` make of what they are given; nothing where it is no call of these. */
  const keptBy = (callee: Extract<SyntaxNode, { type: 'MemberExpression' }>, call: CallExpression, scope: Scope): Values => {
    const method = writtenKey(callee.property, callee.computed);
    if (method === 'bind') {
      const [, ...bound] = listed(call.arguments, scope);
      return evaluate(callee.object, scope).flatMap(
        (held): Values => (held.is === 'capability' ? [{ ...held, bound: [...held.bound, ...bound.map((value) => value())] }] : []),
      );
    }
    const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object' && lookup(scope, 'Object') === null;
    if (!isOfObject || (method !== 'freeze' && method !== 'assign')) return [];
    return [{ is: 'object', members: listed(call.arguments, scope).map((value) => ({ key: null, value })) }];
  };

  const parameter: Parameter = (fn, index, isRest) => parameterOf(fn, index, isRest);
  return { evaluate, listed, parameter, returned, forget: () => answers.clear() };
}
