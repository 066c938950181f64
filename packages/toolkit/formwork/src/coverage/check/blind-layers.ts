import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { sourcesOf } from '../../workspace/read-feature.ts';
import { pathIn, readerOf } from '../../workspace/reader.ts';
import type { Counts } from '../aggregate/totals.ts';
import type { PackageCode } from './package-code.ts';

/** A layer of which no report knows anything, though there is something to run. */
export type BlindLayer = { /** Null is all that a feature holds. */ readonly layer: string | null; /** Relative to the package. */ readonly files: readonly string[] };

/**
 * The layers that hold something to run, where the tests measured nothing of it; or all of a feature. `measured` is what they counted, by
 * path relative to the package: what is no source of it, as a test, or gone, is no evidence. Only layers without any count are looked for on
 * disk.
 */
export function blindLayers(
  { folder }: Package,
  layers: readonly string[],
  measured: ReadonlyMap<string, Counts>,
  code: PackageCode,
  { machine, root }: { readonly machine: Machine; readonly root: string },
): readonly BlindLayer[] {
  const isMeasured = (below: string): boolean =>
    [...measured].some(([file, counts]) => file.startsWith(below) && isCounted(counts) && code.isThere(file));
  const reader = readerOf(root, machine.files);
  const toRun = (rooms: readonly string[]): readonly string[] =>
    sourcesOf(folder, new Set(rooms), reader)
      .map((file) => file.slice(folder.length + 1))
      .filter((file) => file !== manifestFile && code.runs(file));

  if (!isMeasured('src/')) {
    const source = pathIn(folder, 'src');
    const files = reader.kind(source) === 'directory' ? toRun(reader.list(source).map(({ name }) => name)) : [];
    return files.length === 0 ? [] : [{ layer: null, files }];
  }
  const silent = layers.filter((layer) => !isMeasured(`src/${layer}/`));
  const files = silent.length === 0 ? [] : toRun(silent);
  return silent
    .map((layer) => ({ layer, files: files.filter((file) => file.startsWith(`src/${layer}/`)) }))
    .filter((blind) => blind.files.length > 0);
}

/** Data, though it is written as a call. */
const manifestFile = 'src/feature.manifest.ts';

function isCounted({ lines, functions, branches }: Counts): boolean {
  return lines.found + functions.found + branches.found > 0;
}
