import { readCode, type Code } from './code/read-code.ts';
import type { Values } from './code/values.ts';
import { isProgram } from './syntax.ts';

/** Whether a module throws a `NotImplementedError` that it has imported, or hands one on, as to `Promise.reject`: then it is a draft. */
export function throwsNotImplemented(program: { readonly type: string }): boolean {
  if (!isProgram(program)) return false;
  const code = readCode(program);
  const isMade = code.calls.some(({ node, scope }) => node.type === 'NewExpression' && isDraft(code.evaluate(node, scope)));
  if (!isMade || isHandedOn(code)) return isMade;
  code.complete();
  return isHandedOn(code);
}

function isHandedOn({ thrown, calls, evaluate, listed }: Code): boolean {
  return (
    thrown.some(({ node, scope }) => isDraft(evaluate(node, scope))) ||
    calls.some(({ node, scope }) => listed(node.arguments, scope).some((value) => isDraft(value())))
  );
}

function isDraft(values: Values): boolean {
  return values.some(({ is }) => is === 'not-implemented');
}
