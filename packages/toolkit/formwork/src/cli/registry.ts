import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../report/machine.ts';
import type { Command } from './command.ts';

/** Every command, by its folder's name: its words joined by `-`. A command's code is loaded when it is asked for. */
export type Registry = {
  readonly names: readonly string[];
  /** `name` is one of `names`. */
  readonly load: (name: string) => Promise<Command>;
};

/** The commands under a folder: each folder in it whose `index` exports a `command`. */
export function folderRegistry(files: Files, folder: URL = new URL('./commands/', import.meta.url)): Registry {
  const index = `index${extname(import.meta.url)}`;
  return {
    names: files
      .list(fileURLToPath(folder))
      .filter(({ kind }) => kind === 'directory')
      .map(({ name }) => name),
    load: async (name) => {
      const { command }: { command: Command } = await import(new URL(`${name}/${index}`, folder).href);
      return command;
    },
  };
}
