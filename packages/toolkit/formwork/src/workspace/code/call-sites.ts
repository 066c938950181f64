import type { CallExpression, Program } from 'oxc-parser';
import { writtenKey, type FunctionNode } from '../syntax.ts';
import type { Evaluator } from './evaluate.ts';
import { exportsInCode } from './exports-in-code.ts';
import { elements, type Later, type Values } from './values.ts';
import type { Walked } from './walk.ts';

/** Someone who calls a function. */
export type Site = {
  /** Null where another function does the calling. */
  readonly call: CallExpression | null;
  /** What it hands on; null where that cannot be told. */
  readonly given: readonly Later[] | null;
};

export type Sites = ReadonlyMap<FunctionNode, readonly Site[]>;

/** Methods of a list that call what they are given with each element. */
const iterating: ReadonlySet<string | null> = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

/** Most of what is handed on is one of these. */
const noFunctions: ReadonlySet<string> = new Set(['ArrayExpression', 'Literal', 'ObjectExpression', 'TemplateLiteral']);

/** Who calls the functions of a module, as far as they are known by now. */
export function callSites({ calls }: Walked, { evaluate, listed }: Evaluator): Sites {
  const found = new Map<FunctionNode, Site[]>();
  const note = (called: Values, site: Site) => {
    for (const value of called) if (value.is === 'function') found.set(value.node, [...(found.get(value.node) ?? []), site]);
  };
  for (const { node, scope } of calls) {
    const called = evaluate(node.callee, scope);
    const given = listed(node.arguments, scope);
    if (node.type === 'CallExpression') note(called, { call: node, given });
    if (called.every(({ is }) => is === 'function')) continue;
    const { callee } = node;
    const list = callee.type === 'MemberExpression' && iterating.has(writtenKey(callee.property, callee.computed)) ? callee.object : null;
    const handed = list === null ? null : [() => elements(evaluate(list, scope))];
    if (node.arguments.every(({ type }) => noFunctions.has(type))) continue;
    for (const value of given) note(value(), { call: null, given: handed });
  }
  return found;
}

/** The functions that other modules get by an export, and that are given their dependencies from there. */
export function exportedFunctions(program: Program, { module }: Walked, { evaluate, listed }: Evaluator): ReadonlySet<FunctionNode> {
  const functionsIn = (values: Values) => values.flatMap((value) => (value.is === 'function' ? [value.node] : []));
  return new Set(
    exportsInCode(program).flatMap(({ value }) => {
      if (value === null) return [];
      const wrapped = value.type === 'CallExpression' ? listed(value.arguments, module).flatMap((given) => given()) : [];
      return functionsIn([...evaluate(value, module), ...wrapped]);
    }),
  );
}
