import { basename } from 'node:path';
import { finding } from '../report/finding.ts';
import { featureName } from './feature-name.ts';
import { readTrigger } from './read-trigger.ts';
import type { Config, Feature, Manifest, Package } from './model.ts';
import { parseManifest } from './parse-manifest.ts';
import { isUseCaseFile, readUseCase } from './read-use-case.ts';
import { pathIn, type Reader } from './reader.ts';

const rooms: ReadonlySet<string> = new Set(['contracts', 'handlers', 'jobs', 'realtime', 'use-cases']);

/** Reads one feature: its manifest, its use cases and what it hears. */
export function readFeature(owner: Package, config: Config, reader: Reader): Feature {
  const files = sourcesOf(owner.folder, rooms, reader);
  const manifest = readManifest(owner, files, reader);
  const where = { feature: featureName({ manifest, package: owner }), scope: config.scope };
  return {
    package: owner,
    manifest,
    useCases: files.filter(isUseCaseFile).map((file) => readUseCase(file, where, reader)),
    triggers: files.flatMap((file) => readTrigger(file, where, reader)),
    files,
  };
}

/**
 * The files in a package's `src` and below those of its folders that are named, folder by folder in the order of their names; none where
 * there is no such folder. The other folders hold nothing that is read, and to list them all would take as long as to read the rest.
 */
export function sourcesOf(folder: string, rooms: ReadonlySet<string>, reader: Reader): readonly string[] {
  const source = pathIn(folder, 'src');
  if (reader.kind(source) !== 'directory') return [];
  return reader.list(source).flatMap(({ name, kind }) => {
    const path = pathIn(source, name);
    if (kind === 'file') return [path];
    return rooms.has(name) ? filesBelow(path, reader) : [];
  });
}

function filesBelow(folder: string, reader: Reader): readonly string[] {
  return reader.list(folder).flatMap(({ name, kind }) => {
    const path = pathIn(folder, name);
    return kind === 'file' ? [path] : filesBelow(path, reader);
  });
}

function readManifest(owner: Package, files: readonly string[], reader: Reader): Manifest | null {
  const file = pathIn(owner.folder, 'src/feature.manifest.ts');
  if (!files.includes(file)) {
    reader.note([missing(owner)]);
    return null;
  }
  const text = reader.text(file);
  if (text === null) return null;
  const { manifest, findings } = parseManifest(file, text);
  reader.note(findings);
  return manifest;
}

function missing({ folder }: Package) {
  return finding({
    code: 'workspace/manifest-missing',
    file: pathIn(folder, 'package.json'),
    message: `${folder} lies among the features and has no src/feature.manifest.ts.`,
    fix: `Bring it back; where it never was, move the folder away and make the feature with \`pnpm formwork gen feature ${basename(folder)}\`.`,
  });
}
