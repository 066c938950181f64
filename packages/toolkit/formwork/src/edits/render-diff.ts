import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Files } from '../report/machine.ts';
import type { Plan } from './plan.ts';

/** What a plan would change, as a unified diff. Reads the files as they are; empty for an empty plan. */
export function renderDiff(plan: Plan, files: Files, root: string): string {
  return plan.edits.map(({ path, after }) => diffOf(path, files.readIfPresent(join(root, path)), after)).join('');
}

/** One file's change as a unified diff; null where there is no file. */
export function diffOf(path: string, before: string | null, after: string | null): string {
  const from = before === null ? '/dev/null' : `a/${path}`;
  const to = after === null ? '/dev/null' : `b/${path}`;
  return createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 }).replace(/^=+\n/, '');
}
