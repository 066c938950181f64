import type { Coverage, FileCoverage } from './merged.ts';

/** Coverage as lcov, files sorted by name, and within each the lines by number. */
export function renderLcov(coverage: Coverage): string {
  return [...coverage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([file, covered]) =>
        `${[`TN:`, `SF:${file}`, ...functionLines(covered), ...branchLines(covered), ...lineLines(covered), 'end_of_record'].join('\n')}\n`,
    )
    .join('');
}

function functionLines({ functions }: FileCoverage): readonly string[] {
  const sorted = [...functions].sort((a, b) => a.line - b.line);
  return [
    // A name that begins like the number of a last line needs one before it.
    ...sorted.map(({ line, name }) => (/^\d+,/.test(name) ? `FN:${line},${line},${name}` : `FN:${line},${name}`)),
    ...sorted.map(({ name, hits }) => `FNDA:${hits},${name}`),
    `FNF:${functions.length}`,
    `FNH:${functions.filter(({ hits }) => hits > 0).length}`,
  ];
}

function branchLines({ branches }: FileCoverage): readonly string[] {
  return [
    ...[...branches]
      .sort((a, b) => a.line - b.line)
      .map(({ line, block, branch, taken }) => `BRDA:${line},${block},${branch},${taken ?? '-'}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ taken }) => (taken ?? 0) > 0).length}`,
  ];
}

function lineLines({ lines: { numbers, hits } }: FileCoverage): readonly string[] {
  return [
    ...numbers.map((line, index) => `DA:${line},${Number(hits[index])}`),
    `LF:${numbers.length}`,
    `LH:${hits.filter((count) => count > 0).length}`,
  ];
}
