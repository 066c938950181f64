import { resolve } from 'node:path';
import type { Machine } from '../report/machine.ts';
import type { Command } from './command.ts';
import { flagsOfCommand } from './flags.ts';
import { UsageError } from './usage-error.ts';

/** Refuses options that should name a file and name a folder, or nothing. Throws `cli/bad-value`. */
export function refuseFolders(
  command: Pick<Command, 'options' | 'passesOn'>,
  options: Readonly<Record<string, unknown>>,
  { folder, files }: Pick<Machine, 'folder' | 'files'>,
): void {
  for (const { key, name, description } of flagsOfCommand(command).filter(({ isPath }) => isPath)) {
    for (const named of [options[key]].flat()) {
      if (typeof named !== 'string' || files.kind(resolve(folder, named)) !== 'directory') continue;
      const message = named === '' ? `${name} has no value.` : `${name} takes a file, and ${named} is a folder.`;
      const problems = [{ flag: name, message, values: null, description }];
      throw new UsageError({ code: 'cli/bad-value', message, fix: `Write ${name}=<file>.`, details: { problems } });
    }
  }
}
