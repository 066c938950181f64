import { join } from 'node:path';
import { openStateFolder } from '../../edits/state-folder.ts';
import { errorCode } from '../../report/error-code.ts';
import type { Machine } from '../../report/machine.ts';

/** Where one process lets Stryker work on one feature: absolute paths, all of them below `top`. */
export type WorkFolder = {
  readonly top: string;
  /** Stryker makes its copy of the package in here. */
  readonly sandboxes: string;
  readonly config: string;
  readonly report: string;
  /** What is known of an earlier run. */
  readonly kept: string;
};

type Where = { readonly machine: Machine; readonly root: string };

/**
 * The work folder for a package; `folder` is relative to the root. The copy lies exactly as deep as the package, since a `tsconfig.json` and
 * a `vitest.config.ts` lead to files at the root by `../../..`; below `.formwork` where that is deep enough.
 */
export function workFolder(folder: string, { machine, root }: Where): WorkFolder {
  const deeper = folder.split('/').slice(3);
  const name = `mutate-${machine.processId}`;
  const top = join(root, folder.split('/').length > 2 ? `.formwork/${name}` : `.formwork-${name}`);
  const within = (file: string): string => join(top, file);
  return {
    top,
    sandboxes: join(top, ...deeper),
    config: within('stryker.config.json'),
    report: within('report.json'),
    kept: within('kept.json'),
  };
}

/**
 * Does some work in the work folder of a package, and takes the folder away however that ends, interruption included: Stryker itself leaves
 * its copy behind then. What a killed run could not take away goes with the next one. git ignores all of it.
 */
export async function inWorkFolder<Result>(folder: string, where: Where, work: (folder: WorkFolder) => Promise<Result>): Promise<Result> {
  const { files } = where.machine;
  openStateFolder(files, where.root);
  for (const old of leftovers(where)) await remove(old, where.machine);
  const place = workFolder(folder, where);
  try {
    files.makeFolder(place.sandboxes);
    files.write(join(place.top, '.gitignore'), '*\n');
    return await work(place);
  } finally {
    await remove(place.top, where.machine);
  }
}

function leftovers({ machine: { files, processId, isRunning }, root }: Where): readonly string[] {
  return ['.', '.formwork'].flatMap((folder) =>
    files
      .list(join(root, folder))
      .filter(({ name, kind }) => {
        const [, prefix, id] = /^(\.formwork-)?mutate-(\d+)$/.exec(name) ?? [];
        const isOurs = id !== undefined && (prefix === undefined) === (folder === '.formwork') && kind === 'directory';
        return isOurs && (Number(id) === processId || !isRunning(Number(id)));
      })
      .map(({ name }) => join(root, folder, name)),
  );
}

/** Stryker's workers end a moment after it when it was interrupted, and write while the folder goes. */
async function remove(folder: string, machine: Machine): Promise<void> {
  for (let tries = 0; machine.files.kind(folder) !== null; tries++) {
    try {
      machine.files.removeFolder(folder, { withContents: true });
    } catch (error) {
      const isBusy = ['ENOTEMPTY', 'ENOENT'].includes(`${errorCode(error)}`);
      if (!isBusy || tries === 50) throw error;
      await machine.wait(100);
    }
  }
}
