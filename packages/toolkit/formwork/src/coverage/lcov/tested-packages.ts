import type { Machine } from '../../report/machine.ts';
import type { Package } from '../../workspace/model.ts';
import { readPackages } from '../../workspace/read-packages.ts';
import { readerOf } from '../../workspace/reader.ts';
import { isTested } from './reports.ts';

/** The packages of the workspace that have tests of their own. */
export function testedPackages({ machine, root }: { readonly machine: Machine; readonly root: string }): readonly Package[] {
  return readPackages(readerOf(root, machine.files)).flatMap(({ package: read }) => (read !== null && isTested(read) ? [read] : []));
}
