import type { Files } from '../report/machine.ts';
import { parseManifest, type ParsedManifest } from './parse-manifest.ts';

const remembered = new Map<string, { readonly text: string; readonly shownAs: string; readonly parsed: ParsedManifest }>();

/**
 * Reads the manifest at an absolute path, for rules that ask for it with every file of the feature: it is parsed again only when its text
 * has changed, which a time of change would not always tell. Null where there is no such file.
 * `shownAs` is how findings call it.
 */
export function readManifestFile(path: string, files: Pick<Files, 'readIfPresent'>, shownAs = path): ParsedManifest | null {
  const text = files.readIfPresent(path);
  if (text === null) return null;
  const known = remembered.get(path);
  if (known !== undefined && known.text === text && known.shownAs === shownAs) return known.parsed;
  const parsed = parseManifest(shownAs, text);
  remembered.set(path, { text, shownAs, parsed });
  return parsed;
}
