import { linesTold } from '../istanbul/coverage-told.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import type { LineHits } from '../lcov/record.ts';

/**
 * Whether files in istanbul's form tell of a source what its lcov does: runners write both of the same counts, so one that differs is of
 * another run. What is more than one adds up, where lcov's blocks do not; then the lines have to do.
 */
export function isSameRun(files: readonly IstanbulFile[], { lines, branches, functions }: FileCoverage): boolean {
  if (!isSameLines(lines, files)) return false;
  const [one, ...others] = files;
  if (one === undefined || others.length > 0) return true;
  const ways = one.branches.flatMap(({ start, arms }) => arms.map(({ hits }) => `${start.line} ${hits}`));
  const told = branches.map(({ line, taken }) => `${line} ${taken ?? 0}`);
  // A tool may leave out of its lcov what it does not say line by line.
  return (told.length === 0 || isSame(ways, told)) && (functions.length === 0 || isSame(hitsOf(one.functions), hitsOf(functions)));
}

/** Whether the lines are those that a lcov made of these files would have. */
export function isSameLines(lines: LineHits, files: readonly IstanbulFile[]): boolean {
  const told = linesTold(files);
  return told.numbers.length === lines.numbers.length && told.numbers.every((line, index) => line === lines.numbers[index] && told.hits[index] === lines.hits[index]);
}

function hitsOf(functions: readonly { readonly hits: number }[]): readonly string[] {
  return functions.map(({ hits }) => `${hits}`);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}
