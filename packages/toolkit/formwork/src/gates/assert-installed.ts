import { join } from 'node:path';
import { FormworkError } from '../report/formwork-error.ts';
import type { Machine } from '../report/machine.ts';
import type { Workspace } from '../workspace/model.ts';

/** Throws `workspace/not-installed` where turbo, or a package that another needs, is not there to be run. */
export function assertInstalled(root: string, machine: Machine, workspace: Workspace): void {
  const unlinked = workspace.findings.find(({ code }) => code === 'workspace/not-installed');
  if (unlinked !== undefined) throw new FormworkError(unlinked);
  if (machine.files.kind(join(root, 'node_modules/.bin/turbo')) !== null) return;
  throw new FormworkError({
    code: 'workspace/not-installed',
    message: 'turbo, which runs typecheck, lint and test, is not installed in this workspace.',
    fix: 'Run pnpm install; where turbo is no dependency yet, pnpm add --save-dev --workspace-root turbo.',
    file: 'package.json',
  });
}
