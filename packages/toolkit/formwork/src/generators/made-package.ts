import type { Edit } from '../edits/plan.ts';
import { lockedFiles, lockFile, renderLock, withRun, type LockedRun, type Ownership } from './lock.ts';
import { renderTemplate } from './render-template.ts';
import type { Surroundings } from './surroundings.ts';

/** A file that a generator makes; the path is relative to the package. */
export type MadeFile = { readonly path: string; readonly text: string; readonly ownership: Ownership };

/** Renders `<kind>/<file>` with what stands around it. */
export function render(template: string, view: object, { templates }: Surroundings): string {
  const found = templates[template];
  if (found === undefined) throw new Error(`There is no template ${template}.`);
  return renderTemplate(found, view);
}

/** The edits that make files in a package, and write them down in its lock. Throws `edit/exists` where they were made with other options. */
export function packageEdits(
  folder: string,
  made: readonly MadeFile[],
  run: Omit<LockedRun, 'files'>,
  { site }: Surroundings,
): readonly Edit[] {
  const file = `${folder}/${lockFile}`;
  const lock = withRun(site.lock, { ...run, files: lockedFiles(made) }, file);
  return [
    ...made.map(({ path, text }): Edit => ({ kind: 'create', path: `${folder}/${path}`, text })),
    { kind: 'replace', path: file, text: renderLock(lock) },
  ];
}
