import { finding, type Finding } from '../../report/finding.ts';
import type { Workspace } from '../../workspace/model.ts';

/** What a feature package runs for each gate that goes through turbo. */
const usual = { typecheck: 'tsc -p tsconfig.json', lint: 'eslint .', test: 'formwork coverage measure -- vitest run' } as const;

export type TurboGate = keyof typeof usual;

/** Every feature package without the script of a gate: turbo passes over it in silence. One that could not be read is told elsewhere. */
export function missingScripts(gate: TurboGate, { features, packages }: Workspace): readonly Finding[] {
  const folders = new Set(features.map((feature) => feature.package.folder));
  return packages
    .filter(({ folder, scripts }) => folders.has(folder) && (scripts[gate] ?? '') === '')
    .map(({ name, folder }) =>
      finding({
        code: 'gates/missing-script',
        file: `${folder}/package.json`,
        message: `${name} has no ${gate} script, so the ${gate} gate passes over it.`,
        fix: `Add "${gate}": "${usual[gate]}" to its scripts.`,
      }),
    );
}
