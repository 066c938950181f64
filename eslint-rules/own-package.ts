import path from 'node:path';
import { nodeFiles } from 'formwork/report/node-files';
import type { Manifest } from 'formwork/workspace/model';
import { parsePackage } from 'formwork/workspace/parse-package';
import { readManifestFile } from 'formwork/workspace/read-manifest';

/** Where a feature's manifest lies, in its package. */
export const manifestFile = 'src/feature.manifest.ts';

/** A package's name in two: `@repo` and `orders`. */
export type PackageName = { readonly scope: string; readonly name: string };

/** What the package in a folder is called; null where its package.json does not say it with a scope. */
export function ownName(folder: string): PackageName | null {
  const text = nodeFiles.readIfPresent(path.join(folder, 'package.json')) ?? '';
  const full = parsePackage('package.json', folder, text).package?.name ?? '';
  const [, scope, name] = /^(@[^/]+)\/(.+)$/.exec(full) ?? [];
  return scope === undefined || name === undefined ? null : { scope, name };
}

/** The manifest of the feature whose package lies in a folder; null where none can be read: nothing is concluded then. */
export function ownManifest(folder: string): Manifest | null {
  return readManifestFile(path.join(folder, manifestFile), nodeFiles, manifestFile)?.manifest ?? null;
}
