import { mergeCoverage, type FileCoverage } from '../lcov/merged.ts';
import type { RecordRenderer } from '../lcov/render-record.ts';
import { scanLcov } from '../lcov/scan.ts';
import { countsOf, type Counts } from './totals.ts';

/** What reports say of a file: its counts, and its record as lcov. The objects that a record is read into take thirty times the room. */
export type MeasuredFile = { readonly counts: Counts; readonly record: Uint8Array };

/** By file, relative to the root with `/`. */
export type MeasuredFiles = ReadonlyMap<string, MeasuredFile>;

/** Adds records, each to the file that it speaks of. A line, a function or an arm of which several know has the hits of all. */
export function addRecords(
  records: Iterable<{ readonly file: string; readonly record: FileCoverage }>,
  to: Map<string, MeasuredFile>,
  renderer: RecordRenderer,
): void {
  for (const { file, record } of records) {
    const known = to.get(file);
    to.set(file, measuredFile(file, known === undefined ? [record] : [...coverageIn(known), record], renderer));
  }
}

/** Adds up what several reports say. Of a file in more than one of them nobody knows how many statements it has. */
export function mergeFiles(reports: Iterable<MeasuredFiles>, renderer: RecordRenderer): MeasuredFiles {
  const all = new Map<string, MeasuredFile>();
  for (const files of reports) {
    for (const [file, own] of files) {
      const known = all.get(file);
      all.set(file, known === undefined ? own : measuredFile(file, [...coverageIn(known), ...coverageIn(own)], renderer));
    }
  }
  return all;
}

/** A file's record, read again; there is one. */
export function coverageIn({ record }: MeasuredFile): readonly FileCoverage[] {
  return [...scanLcov([record], 'coverage/lcov.info')];
}

function measuredFile(file: string, parts: readonly FileCoverage[], { render }: RecordRenderer): MeasuredFile {
  const coverage = parts.reduce((a, b) => mergeCoverage(a, b));
  return { counts: countsOf(coverage, null), record: render(file, coverage) };
}
