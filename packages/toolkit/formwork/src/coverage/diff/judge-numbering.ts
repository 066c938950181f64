import type { SourceCode } from '../code/source-code.ts';
import type { IstanbulFile, Place } from '../istanbul/istanbul-file.ts';
import { hitsAt, type LineHits } from '../lcov/record.ts';
import type { FileEvidence } from './judge-evidence.ts';

/**
 * The same evidence with lines as git numbers them. The language ends a line at a lone CR and at U+2028 and U+2029 too, and some tools number
 * by that: they do where more statements have a count that way, and more counts a statement.
 */
export function inGitLines(code: SourceCode, evidence: FileEvidence): FileEvidence {
  const { lines, units } = code;
  if (!/\r(?!\n)|[\u2028\u2029]/.test(lines.text)) return evidence;
  const starts = [0, ...Array.from(lines.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ 0: end, index }) => index + end.length)];
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1;
  const { coverage, istanbul } = evidence;
  const fitting = (lineOf: (offset: number) => number): number => {
    const begins = units.map(({ counted }) => lineOf(counted));
    const counted = new Set(begins.filter((line) => hitsAt(coverage.lines, line) !== undefined));
    return begins.filter((line) => counted.has(line)).length + counted.size;
  };
  if (fitting(lineAt) <= fitting(lines.at)) return evidence;

  const gitLine = (line: number): number => lines.at(starts[line - 1] ?? lines.text.length);
  const moved = <Item extends { readonly line: number }>(item: Item): Item => ({ ...item, line: gitLine(item.line) });
  const gitPlace = ({ line, column }: Place): Place => {
    const git = gitLine(line);
    return { line: git, column: column + (starts[line - 1] ?? 0) - lines.start(git) };
  };
  return {
    ...evidence,
    coverage: {
      lines: together(coverage.lines, gitLine),
      functions: coverage.functions.map(moved),
      branches: coverage.branches.map(moved),
    },
    istanbul: istanbul.map((file) => placed(file, gitPlace)),
  };
}

/** Where several lines are one to git, it has the least of their hits: what is not run on any of them is not to be hidden. */
function together({ numbers, hits }: LineHits, gitLine: (line: number) => number): LineHits {
  const least = new Map<number, number>();
  numbers.forEach((number, index) => {
    const line = gitLine(number);
    least.set(line, Math.min(least.get(line) ?? Infinity, Number(hits[index])));
  });
  return { numbers: [...least.keys()], hits: [...least.values()] };
}

function placed({ statements, branches, functions }: IstanbulFile, gitPlace: (place: Place) => Place): IstanbulFile {
  return {
    statements: statements.map((statement) => ({ ...statement, start: gitPlace(statement.start) })),
    branches: branches.map(({ id, type, start, end, arms }) => ({
      id,
      type,
      start: gitPlace(start),
      end: gitPlace(end),
      arms: arms.map((arm) => ({ ...arm, start: arm.start === null ? null : gitPlace(arm.start) })),
    })),
    functions: functions.map((range) => ({ ...range, start: gitPlace(range.start), end: gitPlace(range.end) })),
  };
}
