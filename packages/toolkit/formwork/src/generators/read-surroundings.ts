import { join } from 'node:path';
import { parse } from 'yaml';
import { FormworkError } from '../report/formwork-error.ts';
import type { Files, Machine } from '../report/machine.ts';
import { didYouMean } from '../report/nearest.ts';
import { readConfig } from '../workspace/read-config.ts';
import type { Config } from '../workspace/model.ts';
import { readPackages } from '../workspace/read-packages.ts';
import { readerOf } from '../workspace/reader.ts';
import { templatesFolder } from './kinds.ts';
import { lockFile, parseLock } from './lock.ts';
import { readComposition } from './read-composition.ts';
import type { Surroundings, Template } from './surroundings.ts';

/**
 * Reads what a run about one feature needs to know of the repository in `root`.
 * Throws what `readConfig`, `parseLock` and `readComposition` throw, `workspace/pnpm-workspace-invalid`, and `template/unknown` for an
 * override of nothing.
 */
export function readSurroundings(
  about: { readonly feature: string; readonly templatesOf: readonly string[] },
  { files }: Machine,
  root: string,
  version: string,
): Surroundings {
  const config = readConfig(root, files);
  const reader = readerOf(root, files);
  const packages = readPackages(reader).flatMap(({ package: found }) => (found === null ? [] : [found]));
  const fault = reader.findings().find(({ code }) => code === 'workspace/pnpm-workspace-invalid');
  if (fault !== undefined) throw new FormworkError(fault);
  const lock = `${config.roots.features}/${about.feature}/${lockFile}`;
  const lockText = files.readIfPresent(join(root, lock));
  return {
    config,
    version,
    features: namesIn(join(root, config.roots.features), files).filter((name) => isFeature(name, config, root, files)),
    site: {
      folder: folderAt(about.feature, config, root, files),
      contracts: namesIn(join(root, config.roots.contracts, about.feature), files).length === 0 ? 'free' : 'there',
      lock: lockText === null ? null : parseLock(lockText, lock),
    },
    packages: Object.fromEntries(packages.map(({ name, folder }) => [name, folder])),
    catalog: catalogIn(files.read(join(root, 'pnpm-workspace.yaml'))),
    hasTsconfigBase: files.kind(join(root, 'tsconfig.base.json')) !== null,
    composition: config.composition === null ? null : readComposition(config.composition, root, files),
    templates: Object.fromEntries(about.templatesOf.flatMap((kind) => templatesOf(kind, root, files))),
  };
}

function isFeature(name: string, { roots }: Config, root: string, files: Files): boolean {
  return files.kind(join(root, roots.features, name, 'src/feature.manifest.ts')) !== null;
}

/** What a run or an install left behind does not make a folder taken. */
const leftovers = ['.turbo', 'coverage', 'dist', 'node_modules', 'test-result.json'];

function folderAt(name: string, config: Config, root: string, files: Files): Surroundings['site']['folder'] {
  if (isFeature(name, config, root, files)) return 'feature';
  const folder = join(root, config.roots.features, name);
  const isEmpty = files.kind(folder) === 'directory' && namesIn(folder, files).every((held) => leftovers.includes(held));
  return files.kind(folder) === null || isEmpty ? 'free' : 'other';
}

function namesIn(folder: string, files: Files): readonly string[] {
  return files.kind(folder) === 'directory' ? files.list(folder).map(({ name }) => name) : [];
}

function catalogIn(text: string): readonly string[] {
  const { catalog }: { readonly catalog?: object } = Object(parse(text));
  return Object.keys(catalog ?? {});
}

function templatesOf(kind: string, root: string, files: Files): readonly (readonly [string, Template])[] {
  const names = namesIn(templatesFolder(kind), files);
  const overrides = `turbo/templates/${kind}`;
  const unknown = namesIn(join(root, overrides), files).find((name) => !names.includes(name));
  if (unknown !== undefined) throw nothingToOverride(`${overrides}/${unknown}`, unknown, names);
  return names.map((name) => {
    const override = files.readIfPresent(join(root, overrides, name));
    const template =
      override === null
        ? { file: `${kind}/${name}`, text: files.read(join(templatesFolder(kind), name)) }
        : { file: `${overrides}/${name}`, text: override };
    return [`${kind}/${name}`, template];
  });
}

function nothingToOverride(file: string, name: string, names: readonly string[]): FormworkError {
  return new FormworkError({
    code: 'template/unknown',
    message: `${file} overrides no template: there is none of that name.`,
    fix: `${didYouMean(name, names)}There are: ${names.join(', ')}.`,
    file,
  });
}
