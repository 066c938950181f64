import { readCode } from './code/read-code.ts';
import { isProgram } from './syntax.ts';

/** Whether a module throws a `NotImplementedError` that it has imported, or hands one on, as to `Promise.reject`: then it is a draft. */
export function throwsNotImplemented(program: { readonly type: string }): boolean {
  if (!isProgram(program)) return false;
  const { thrown, calls, evaluate, listed } = readCode(program);
  return (
    thrown.some(({ node, scope }) => evaluate(node, scope).some(({ is }) => is === 'not-implemented')) ||
    calls.some(({ node, scope }) => listed(node.arguments, scope).some((value) => value().some(({ is }) => is === 'not-implemented')))
  );
}
