import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files } from '../report/machine.ts';
import { didYouMean } from '../report/nearest.ts';
import type { Kind } from './kind.ts';

const here = new URL('./', import.meta.url);

const index = `index${extname(import.meta.url)}`;

/** The ids of all kinds: each folder beside this file that has an index is one. */
export function kindIds(files: Files): readonly string[] {
  const folder = fileURLToPath(here);
  return files
    .list(folder)
    .map(({ name }) => name)
    .filter((name) => files.kind(join(folder, name, index)) === 'file');
}

/** Loads the code of one kind. Throws `generator/unknown-kind`. */
export async function loadKind(id: string, files: Files): Promise<Kind> {
  const ids = kindIds(files);
  if (!ids.includes(id)) {
    throw new FormworkError({
      code: 'generator/unknown-kind',
      message: `There is no kind '${id}' to generate.`,
      fix: `${didYouMean(id, ids)}There are: ${ids.join(', ')}.`,
    });
  }
  const { kind }: { kind: Kind } = await import(new URL(`${id}/${index}`, here).href);
  return kind;
}

/** The folder that holds a kind's built-in templates, absolute. */
export function templatesFolder(id: string): string {
  return fileURLToPath(new URL(`${id}/templates`, here));
}
