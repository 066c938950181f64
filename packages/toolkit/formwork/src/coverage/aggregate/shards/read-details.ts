import { join, posix } from 'node:path';
import type { Machine } from '../../../report/machine.ts';
import type { Package } from '../../../workspace/model.ts';
import { refused } from '../../lcov/unreadable.ts';
import { parseIstanbulMap, type IstanbulMap } from './istanbul-map.ts';
import { placeShard } from './place-shard.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** A report in istanbul's form, placed. */
export type Details = {
  /** Relative to the root. */
  readonly report: string;
  readonly map: IstanbulMap;
  /** The files of the repository that its paths mean. */
  readonly files: ReadonlyMap<string, string>;
};

const detailsFile = 'coverage-final.json';

/**
 * Reads what lies as `coverage/<shard>/coverage-final.json`, in the order of the shards' names. Throws what `placeShard` throws,
 * `istanbul/corrupt` and `coverage/unreadable`.
 */
export function readShards(tested: Package, where: Where): readonly Details[] {
  const { machine, root } = where;
  const folder = posix.join(tested.folder, 'coverage');
  if (machine.files.kind(join(root, folder)) !== 'directory') return [];
  const folders = machine.files.list(join(root, folder)).filter(({ kind }) => kind === 'directory');
  return folders.flatMap(({ name }) => readDetails(posix.join(folder, name), tested, where) ?? []);
}

function textOf(report: string, { machine, root }: Where): string | null {
  try {
    return machine.files.readIfPresent(join(root, report));
  } catch (error) {
    throw refused(report, error, 'Make the report anew, or remove it: an lcov says most of it.');
  }
}

/** Reads the `coverage-final.json` of a folder; null where there is none. Throws as `readShards` does. */
export function readDetails(folder: string, tested: Package, where: Where): Details | null {
  const report = posix.join(folder, detailsFile);
  const text = textOf(report, where);
  if (text === null) return null;
  const map = parseIstanbulMap(text, report);
  return { report, map, files: placeShard(Object.keys(map), { file: report, folder: tested.folder }, where) };
}
