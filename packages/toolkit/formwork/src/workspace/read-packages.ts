import { parseDocument } from 'yaml';
import { finding, type Finding } from '../report/finding.ts';
import type { Package, Place } from './model.ts';
import { packageFolders } from './package-folders.ts';
import { parsePackage } from './parse-package.ts';
import { placeAt } from './place.ts';
import { pathIn, type Reader } from './reader.ts';

const file = 'pnpm-workspace.yaml';

/** A folder with a `package.json`. */
export type ReadPackage = {
  readonly folder: string;
  /** Null where it could not be read. */
  readonly package: Package | null;
  /** The dependencies by which it shows whether the package is installed. */
  readonly linked: readonly string[];
  /** The text of `package.json`. */
  readonly text: string;
};

/** Reads the packages that `pnpm-workspace.yaml` names, the root among them, in the order of their folders. */
export function readPackages(reader: Reader): readonly ReadPackage[] {
  return packageFolders(readPatterns(reader), reader).flatMap((folder): readonly ReadPackage[] => {
    const path = pathIn(folder, 'package.json');
    const text = reader.text(path);
    if (text === null) return reader.kind(path) === null ? [] : [{ folder, package: null, linked: [], text: '' }];
    const { package: known, linked, findings } = parsePackage(path, folder, text);
    reader.note(findings);
    return [{ folder, package: known, linked, text }];
  });
}

function readPatterns(reader: Reader): readonly string[] {
  const text = reader.text(file);
  const { patterns, findings } = text === null ? refusal({ line: 1, column: 1 }, `There is no ${file} in the root.`) : parsePatterns(text);
  reader.note(findings);
  return patterns;
}

type Patterns = { readonly patterns: readonly string[]; readonly findings: readonly Finding[] };

function parsePatterns(text: string): Patterns {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) return refusal(placeAt(text, error.pos[0]), `${file} is not valid YAML: ${error.code}.`);
  let content: unknown;
  try {
    content = document.toJS() ?? {};
  } catch {
    // Aliases are resolved only now, and throw where they lead nowhere or would unfold without end.
    return refusal({ line: 1, column: 1 }, `${file} is not valid YAML: BAD_ALIAS.`);
  }
  const packages: unknown = isRecord(content) ? (content['packages'] ?? []) : content;
  if (packages !== content && isTexts(packages)) return { patterns: packages, findings: [] };
  return refusal(placeAt(text, Math.max(0, text.search(/^packages\s*:/m))), `'packages' in ${file} is no list of patterns.`);
}

function refusal(place: Place, message: string): Patterns {
  const fix = `Write the folders of the packages into ${file}: \`packages:\` and a list of patterns.`;
  return { patterns: [], findings: [finding({ code: 'workspace/pnpm-workspace-invalid', file, ...place, message, fix })] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
