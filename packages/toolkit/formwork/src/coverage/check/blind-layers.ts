import { join } from 'node:path';
import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { sourcesOf } from '../../workspace/read-feature.ts';
import { readerOf } from '../../workspace/reader.ts';
import type { Counts } from '../aggregate/totals.ts';
import { isSource } from '../changes/source-file.ts';
import { readCode } from '../code/source-code.ts';

/** A layer of which no report knows anything, though there is something to run. */
export type BlindLayer = { readonly layer: string; /** Relative to the package. */ readonly files: readonly string[] };

/**
 * The layers that hold something to run, where the tests measured nothing of it. `measured` is what they counted, by path relative to the
 * package; only layers without any count are looked for on disk.
 */
export function blindLayers(
  { folder }: Package,
  layers: readonly string[],
  measured: ReadonlyMap<string, Counts>,
  { machine, root }: { readonly machine: Machine; readonly root: string },
): readonly BlindLayer[] {
  const silent = layers.filter((layer) => ![...measured].some(([file, counts]) => file.startsWith(`src/${layer}/`) && isCounted(counts)));
  if (silent.length === 0) return [];
  const there = sourcesOf(folder, new Set(silent), readerOf(root, machine.files));
  return silent.flatMap((layer) => {
    const files = there.filter(
      (file) => file.startsWith(`${folder}/src/${layer}/`) && isSource(file) && holdsCode(file, machine.files.read(join(root, file))),
    );
    return files.length === 0 ? [] : [{ layer, files: files.map((file) => file.slice(folder.length + 1)) }];
  });
}

/** Whether there is anything to run; of what cannot be parsed nobody knows that there is not. */
function holdsCode(file: string, text: string): boolean {
  const code = readCode(file, text);
  return code === null || code.units.length + code.functions.length > 0;
}

function isCounted({ lines, functions, branches }: Counts): boolean {
  return lines.found + functions.found + branches.found > 0;
}
