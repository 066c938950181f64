import { join, resolve } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { resolveBase } from '../../report/resolve-base.ts';
import type { Where } from '../changes/ask-git.ts';
import { changesInDiff, changesSince, type Changes } from './changes-since.ts';
import type { DiffReport } from './diff.ts';
import type { EvidenceOptions } from './diff-with.ts';

export type DiffOptions = EvidenceOptions & {
  readonly base: string | null;
  /** A diff that was made elsewhere, relative to the machine's folder, `-` for what is piped in; null asks git. */
  readonly diffFile: string | null;
};

/**
 * Coverage of what changed, as the command line asks for it. Git is asked before all that judges is loaded.
 * Throws `coverage/no-diff-file`, and what `resolveBase` and `diffWith` throw.
 */
export async function runDiff({ base, diffFile, ...evidence }: DiffOptions, where: Where): Promise<DiffReport> {
  const { machine, root } = where;
  const since = async (): Promise<Changes> =>
    changesSince(await resolveBase(machine, root, { flag: base, config: await configuredBase(where) }), where);
  const changes = diffFile === null ? await since() : changesInDiff(await readDiff(diffFile, machine), where);
  const { diffWith } = await import('./diff-with.ts');
  return diffWith(changes, evidence, where);
}

async function configuredBase({ machine: { files }, root }: Where): Promise<string | null> {
  if (files.kind(join(root, 'formwork.json')) === null) return null;
  return (await import('../../workspace/read-config.ts')).readConfig(root, files).base;
}

async function readDiff(file: string, { files, folder, stdin }: Machine): Promise<string> {
  const text = file === '-' ? await stdin.read() : files.readIfPresent(resolve(folder, file));
  if (text !== null) return text;
  throw new FormworkError({
    code: 'coverage/no-diff-file',
    message: `There is no ${file}.`,
    fix: 'Make one with git diff --unified=0 <base> > <file>, or leave --diff-file out.',
  });
}
