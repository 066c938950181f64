import type { CallExpression, NewExpression } from 'oxc-parser';
import { readCode, type Code } from './code/read-code.ts';
import type { Scope } from './code/scopes.ts';
import { capabilitiesIn, isCapability, member, unknown, type Value, type Values } from './code/values.ts';
import type { EffectKind } from './model.ts';
import { contractNameOf, type Where } from './naming.ts';
import { isProgram, startOf, writtenKey, type FunctionNode, type SyntaxNode } from './syntax.ts';

/** An effect that code performs, and the node that says which. */
export type FoundEffect = {
  readonly kind: EffectKind;
  /** Null where it cannot be told without running the code. */
  readonly name: string | null;
  readonly node: SyntaxNode;
};

/**
 * The effects that a module's exported factories perform through what they are given, in the order in which they are written.
 * Sees through aliases, destructuring, spreading, `bind`, and functions of the same file that hand a contract or a capability on;
 * respects shadowing.
 * A capability that is handed to code of another module counts as an effect without a name.
 * Takes the syntax tree of oxc-parser or of typescript-eslint.
 */
export function effectsInCode(program: { readonly type: string }, where: Where): readonly FoundEffect[] {
  if (!isProgram(program)) return [];
  const code = readCode(program);
  if (![...code.exported].some((factory) => mayPerform(factory, code))) return [];
  code.complete();
  // What is called outside of all functions is called before anyone is given a capability.
  const calls = code.calls.filter(({ scope }) => scope.within !== null);
  const found = calls.flatMap(({ node, scope }) => [...performed(node, scope, code, where), ...handedOut(node, scope, code)]);
  return unique(found).sort((a, b) => startOf(a.node) - startOf(b.node));
}

/** Whether a factory takes anything that may be a capability; most code does not, and need not be looked at further. */
function mayPerform({ params: [first] }: FunctionNode, { used }: Code): boolean {
  if (first?.type === 'Identifier') return used.has(first.name);
  if (first?.type !== 'ObjectPattern') return first !== undefined;
  return first.properties.some((property) => {
    const key = property.type === 'RestElement' ? null : writtenKey(property.key, property.computed);
    return key === null || isCapability(key);
  });
}

/** The effects of a call of a capability. */
function performed(call: CallExpression | NewExpression, scope: Scope, code: Code, where: Where): readonly FoundEffect[] {
  return invoked(call, scope, code).flatMap(({ kind, first }) =>
    (first.length === 0 ? unknown : first).map((value) => ({ kind, node: value.via ?? call, name: nameOf(value, kind, where) })),
  );
}

function nameOf(value: Value, kind: EffectKind, where: Where): string | null {
  if (kind === 'audits') return value.is === 'text' ? value.text : null;
  return value.is === 'imported' ? contractNameOf(value.from, value.name, where) : null;
}

/** The capabilities that a call may call, directly or through `call` and `apply`, each with its first argument. */
function invoked(
  { callee, arguments: written }: CallExpression | NewExpression,
  scope: Scope,
  { evaluate, listed }: Code,
): readonly { readonly kind: EffectKind; readonly first: Values }[] {
  const capabilities = (node: SyntaxNode, first: () => Values) =>
    evaluate(node, scope).flatMap((called) =>
      called.is === 'capability' ? [{ kind: called.kind, first: called.bound[0] ?? first() }] : [],
    );
  const given = (place: number) => listed(written, scope)[place]?.() ?? unknown;

  const direct = capabilities(callee, () => given(0));
  if (callee.type !== 'MemberExpression') return direct;
  switch (writtenKey(callee.property, callee.computed)) {
    case 'call':
      return [...direct, ...capabilities(callee.object, () => given(1))];
    case 'apply':
      return [...direct, ...capabilities(callee.object, () => member(given(1), '0'))];
    default:
      return direct;
  }
}

/** What a call hands to code that cannot be seen from here, and that is not known to give it back, as `bind` and `Object.freeze` do. */
function handedOut(call: CallExpression | NewExpression, scope: Scope, { evaluate }: Code): readonly FoundEffect[] {
  if (evaluate(call.callee, scope).every(({ is }) => is === 'function' || is === 'capability')) return [];
  const found = call.arguments.flatMap((argument) => {
    const held = evaluate(argument.type === 'SpreadElement' ? argument.argument : argument, scope);
    return capabilitiesIn(held).map((kind) => ({ kind, name: null, node: argument }));
  });
  return found.length === 0 || capabilitiesIn(evaluate(call, scope)).length > 0 ? [] : found;
}

function unique(effects: readonly FoundEffect[]): FoundEffect[] {
  const seen = new Map<SyntaxNode, Set<string>>();
  return effects.filter(({ kind, name, node }) => {
    const key = `${kind} ${name}`;
    const known = seen.get(node);
    if (known?.has(key) === true) return false;
    seen.set(node, (known ?? new Set()).add(key));
    return true;
  });
}
