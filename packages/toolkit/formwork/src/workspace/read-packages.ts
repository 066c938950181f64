import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { finding, type Finding } from '../report/finding.ts';
import type { Package } from './model.ts';
import { packageFolders } from './package-folders.ts';
import { parsePackage } from './parse-package.ts';
import { placeAt } from './place.ts';
import { pathIn, type Reader } from './reader.ts';

const file = 'pnpm-workspace.yaml';

/** A folder with a `package.json`; `package` is null where that could not be read. `linked` are the dependencies by which it shows whether it is installed. */
export type ReadPackage = { readonly folder: string; readonly package: Package | null; readonly linked: readonly string[]; readonly text: string };

/** Reads the packages that `pnpm-workspace.yaml` names, the root among them, in the order of their folders. */
export function readPackages(reader: Reader): readonly ReadPackage[] {
  return packageFolders(readPatterns(reader), reader).flatMap((folder): readonly ReadPackage[] => {
    const path = pathIn(folder, 'package.json');
    const text = reader.text(path);
    if (text === null) return [];
    const { package: known, linked, findings } = parsePackage(path, folder, text);
    reader.note(findings);
    return [{ folder, package: known, linked, text }];
  });
}

function readPatterns(reader: Reader): readonly string[] {
  const text = reader.text(file);
  if (text === null) {
    reader.note([refusal(`There is no ${file} in the root.`, { line: 1, column: 1 })]);
    return [];
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    reader.note([refusal(`${file} is not valid YAML: ${error.code}.`, placeAt(text, error.pos[0]))]);
    return [];
  }
  return patternsIn(document, (offset, message) => reader.note([refusal(message, placeAt(text, offset))]));
}

function patternsIn({ contents }: Document, refuse: (offset: number, message: string) => void): readonly string[] {
  if (contents === null) return [];
  const packages: unknown = isMap(contents) ? (contents.get('packages', true) ?? null) : contents;
  if (packages === null) return [];
  if (isSeq(packages) && packages.items.every((item) => isScalar(item) && typeof item.value === 'string')) {
    return packages.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []));
  }
  refuse(0, `'packages' in ${file} is no list of patterns.`);
  return [];
}

function refusal(message: string, place: { readonly line: number; readonly column: number }): Finding {
  return finding({
    code: 'workspace/pnpm-workspace-invalid',
    file,
    ...place,
    message,
    fix: `Write the folders of the packages into ${file}: \`packages:\` and a list of patterns.`,
  });
}
