import { posix, relative, sep } from 'node:path';
import type { Files } from '../report/machine.ts';
import type { Report } from '../report/report.ts';
import { toplevelOf } from '../report/toplevel.ts';

/** The root's path from git's toplevel, ending in a slash where it is not empty; nothing where there is no root. */
export function folderFromToplevel(root: string | null, files: Files): string {
  if (root === null) return '';
  const real = files.realPath(root);
  const folder = relative(toplevelOf(real, files), real).replaceAll(sep, '/');
  return folder === '' ? '' : `${folder}/`;
}

/** Reports whose findings name files from git's toplevel, where everyone starts who reads them elsewhere; `folder` is the root's path from it. */
export function fromToplevel(reports: readonly Report[], folder: string): readonly Report[] {
  if (folder === '') return reports;
  return reports.map((report) => ({
    ...report,
    findings: report.findings.map((one) => (one.file === '.' ? one : { ...one, file: posix.join(folder, one.file) })),
  }));
}
