import { join } from 'node:path';
import type { Machine } from '../../report/machine.ts';
import { judgeMutants, type MutantVerdict } from './judge-mutants.ts';
import { keptText, stillKnown, type Basis } from './known-results.ts';
import { mutants, shownScore } from './mutant-findings.ts';
import { runStryker } from './run-stryker.ts';
import type { Share } from './share.ts';
import { inWorkFolder } from './work-folder.ts';

type Where = { readonly machine: Machine; readonly root: string; readonly progress: (line: string) => void };

/**
 * Mutates one feature, judges what came of it, and keeps it for the next time. `basis` says what results depend on. Throws what
 * `runStryker` throws.
 */
export async function mutateFeature({ manifest, package: owner, band, scope }: Share, basis: Basis, where: Where): Promise<MutantVerdict> {
  const { machine, root, progress } = where;
  const feature = manifest.name;
  const memory = join(root, '.formwork/mutants', `${feature}.json`);
  const known = stillKnown(machine.files.readIfPresent(memory), basis);
  progress(
    `${feature}: mutating ${scope.size} ${scope.size === 1 ? 'file' : 'files'}${known === null ? '' : ', starting from what is known'} …`,
  );
  const found = await inWorkFolder(owner.folder, where, (work) =>
    runStryker({ feature, package: owner.name, folder: owner.folder }, scope, known, work, where),
  );
  keep(memory, keptText(basis, found), machine);
  const verdict = judgeMutants(found, scope, {
    feature,
    folder: owner.folder,
    score: band.score,
    manifest: { file: manifest.file, ...band.at },
  });
  progress(`${feature}: ${summary(verdict)}`);
  return verdict;
}

/** At once, so that a run at the same time reads all of it or none. */
function keep(path: string, text: string, { files, processId }: Machine): void {
  files.makeFolder(join(path, '..'));
  const draft = `${path}.${processId}`;
  files.write(draft, text);
  files.rename(draft, path);
}

function summary({ score, counts }: MutantVerdict): string {
  return score === null ? 'no mutants' : `${shownScore(score)} of ${mutants(counts.mutants)} noticed`;
}
