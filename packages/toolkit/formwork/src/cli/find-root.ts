import { dirname, join, resolve } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';

const markers = ['formwork.json', 'pnpm-workspace.yaml'];

/**
 * The repository's root, absolute: the nearest folder, from the machine's upwards, with a `formwork.json` or `pnpm-workspace.yaml`.
 * A root that is `asked` for must hold one itself. Throws `workspace/no-root`.
 */
export function findRoot({ folder, files }: Machine, asked: string | null): string {
  const start = resolve(folder, asked ?? '.');
  const isRoot = (candidate: string): boolean => markers.some((marker) => files.kind(join(candidate, marker)) !== null);
  for (let candidate = start; ; candidate = dirname(candidate)) {
    if (isRoot(candidate)) return candidate;
    if (asked !== null || candidate === dirname(candidate)) {
      const where = asked === null ? 'no root of a workspace, nor does it lie in one' : 'no root of a workspace';
      throw new FormworkError({
        code: 'workspace/no-root',
        message: `${start} is ${where}: there is no ${markers.join(' or ')}.`,
        fix: 'Run this inside a pnpm workspace, or name one with --root <dir>.',
      });
    }
  }
}
