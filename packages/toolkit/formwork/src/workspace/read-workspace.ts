import { basename } from 'node:path';
import { finding, type Finding } from '../report/finding.ts';
import type { Machine } from '../report/machine.ts';
import { featureName } from './feature-name.ts';
import type { Config, Feature, Package, Workspace } from './model.ts';
import { notInstalled } from './not-installed.ts';
import { readConfig } from './read-config.ts';
import { readContracts } from './read-contracts.ts';
import { readFeature, sourcesOf } from './read-feature.ts';
import { readPackages, type ReadPackage } from './read-packages.ts';
import { pathIn, readerOf, type Reader } from './reader.ts';

/**
 * Reads the repository in `root`, an absolute path, without running any of it. What cannot be read is a finding, and the rest is read all
 * the same. Throws `config/invalid` alone.
 */
export function readWorkspace(root: string, machine: Pick<Machine, 'files'>): Workspace {
  const config = readConfig(root, machine.files);
  const reader = readerOf(root, machine.files);
  const read = readPackages(reader);
  const packages = read.flatMap(({ package: known }) => known ?? []);
  reader.note(notInstalled(read, reader));

  const features = below(config.roots.features, read).map((one) => readFeature(one.package ?? guessed(one.folder, config), config, reader));
  reader.note(strangers(config, read, reader));
  reader.note(duplicates(features));
  const shared = below(config.roots.contracts, read).map(({ folder }) => ({ folder, files: sourcesOf(folder, contractRooms, reader) }));
  const contracts = [
    ...shared.flatMap(({ folder, files }) => readContracts(files, basename(folder), reader)),
    ...features.flatMap((feature) => readContracts(feature.files, featureName(feature), reader)),
  ];
  return { root, config, packages, features, contracts, findings: reader.findings(), filesRead: reader.filesRead() };
}

const contractRooms: ReadonlySet<string> = new Set(['channels', 'events']);

const missingEvidence: ReadonlySet<string> = new Set([
  'workspace/not-installed',
  'workspace/pnpm-workspace-invalid',
  'workspace/unreadable',
]);

/** Whether the repository could not be looked at as it is, so that no verdict on it is possible: such a run exits 2. */
export function evidenceMissing(workspace: Pick<Workspace, 'findings'>): boolean {
  return workspace.findings.some(({ code }) => missingEvidence.has(code));
}

function below(folder: string, packages: readonly ReadPackage[]): readonly ReadPackage[] {
  return packages.filter((one) => one.folder.startsWith(`${folder}/`));
}

function guessed(folder: string, { scope }: Config): Package {
  return { name: `${scope}/${basename(folder)}`, folder, private: true, dependencies: {}, scripts: {} };
}

/** Folders with sources among the features that are no packages, and so belong to nobody. */
function strangers({ roots }: Config, packages: readonly ReadPackage[], reader: Reader): readonly Finding[] {
  if (reader.kind(roots.features) !== 'directory') return [];
  const known = new Set(packages.map(({ folder }) => folder));
  return reader
    .list(roots.features)
    .map(({ name }) => pathIn(roots.features, name))
    .filter((folder) => !known.has(folder) && reader.kind(pathIn(folder, 'src')) === 'directory')
    .map((folder) =>
      finding({
        code: 'workspace/not-a-package',
        file: folder,
        message: `${folder} lies among the features and is no package of the workspace.`,
        fix: `Give it a package.json and a pattern in pnpm-workspace.yaml, or run \`formwork gen feature ${basename(folder)}\`.`,
      }),
    );
}

function duplicates(features: readonly Feature[]): readonly Finding[] {
  const first = new Map<string, string>();
  return features.flatMap(({ manifest }) => {
    if (manifest === null) return [];
    const known = first.get(manifest.name);
    first.set(manifest.name, known ?? manifest.file);
    if (known === undefined) return [];
    return [
      finding({
        code: 'workspace/duplicate-feature',
        file: manifest.file,
        ...manifest.at,
        message: `${manifest.file} and ${known} both declare the feature '${manifest.name}'.`,
        fix: 'Rename one of them, in its manifest, its folder and its package.json.',
      }),
    ];
  });
}
