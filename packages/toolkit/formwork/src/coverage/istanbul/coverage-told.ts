import type { FileCoverage } from '../lcov/merged.ts';
import { sum, type LineHits } from '../lcov/record.ts';
import type { IstanbulFile } from './istanbul-file.ts';

/** What an lcov made of such a file says. */
export function coverageTold(file: IstanbulFile): FileCoverage {
  return {
    lines: linesTold([file]),
    functions: file.functions.map(({ name, start: { line }, hits }) => ({ name, line, hits })),
    branches: file.branches.flatMap(({ id, start: { line }, arms }) =>
      arms.map(({ hits }, index) => ({ line, block: id, branch: `${index}`, taken: hits })),
    ),
  };
}

/** The lines of an lcov made of several: a line has the most hits of its statements. */
export function linesTold(files: readonly IstanbulFile[]): LineHits {
  const all = new Map<number, number>();
  for (const { statements } of files) {
    const most = new Map<number, number>();
    for (const { start, hits } of statements) most.set(start.line, Math.max(most.get(start.line) ?? 0, hits));
    for (const [line, hits] of most) all.set(line, sum(all.get(line) ?? 0, hits));
  }
  const sorted = [...all].sort(([one], [other]) => one - other);
  return { numbers: sorted.map(([line]) => line), hits: sorted.map(([, hits]) => hits) };
}
