import { FormworkError } from '../report/formwork-error.ts';
import { foldersTo, pathProblem } from './path-rules.ts';
import type { Plan } from './plan.ts';

/**
 * Checks what the types cannot say: each path may be written and is there once, no file is another one's folder, texts can be written as
 * UTF-8. Throws `plan/invalid`.
 */
export function assertPlan({ edits }: Plan): void {
  const paths = new Set<string>();
  for (const { path, after } of edits) {
    const problem = pathProblem(path);
    if (problem !== null) throw planInvalid(`the path '${path}' ${problem}`);
    if (paths.has(path)) throw planInvalid(`'${path}' is written twice`);
    if (!after.isWellFormed()) throw planInvalid(`the text of '${path}' has half of a surrogate pair, which UTF-8 cannot hold`);
    paths.add(path);
  }
  for (const path of paths) {
    const folder = foldersTo(path).find((one) => paths.has(one));
    if (folder !== undefined) throw planInvalid(`'${folder}' is a file, and '${path}' would lie in it`);
  }
}

/** `plan/invalid`; `problem` continues the sentence. */
export function planInvalid(problem: string): FormworkError {
  return new FormworkError({ code: 'plan/invalid', message: `The plan is not valid: ${problem}.`, fix: 'Make the plan anew with --plan.' });
}
