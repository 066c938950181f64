import { dirname, join, resolve } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';

const ofWorkspace = ['formwork.json', 'pnpm-workspace.yaml'];

/**
 * The root, absolute: the nearest folder, from the machine's upwards, with a `formwork.json` or `pnpm-workspace.yaml`; for a command that
 * runs `anywhere`, also one with a `.git`, folder or file: a repository does not belong to a workspace that it lies in.
 * A root that is `asked` for must hold one itself. Throws `workspace/no-root`.
 */
export function findRoot({ folder, files }: Machine, asked: string | null, { anywhere = false }: { readonly anywhere?: boolean }): string {
  const markers = anywhere ? [...ofWorkspace, '.git'] : ofWorkspace;
  const start = resolve(folder, asked ?? '.');
  const isRoot = (candidate: string): boolean => markers.some((marker) => files.kind(join(candidate, marker)) !== null);
  for (let candidate = start; ; candidate = dirname(candidate)) {
    if (isRoot(candidate)) return candidate;
    if (asked !== null || candidate === dirname(candidate)) {
      const what = anywhere ? 'workspace or repository' : 'workspace';
      const where = asked === null ? `no root of a ${what}, nor does it lie in one` : `no root of a ${what}`;
      throw new FormworkError({
        code: 'workspace/no-root',
        message: `${start} is ${where}: there is no ${markers.join(' or ')}.`,
        fix: `Run this inside a ${anywhere ? 'git repository' : 'pnpm workspace'}, or name one with --root <dir>.`,
      });
    }
  }
}
