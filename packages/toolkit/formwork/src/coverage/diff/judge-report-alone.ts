import type { TextLines } from '../code/text-lines.ts';
import { hitsAt } from '../lcov/record.ts';
import type { FileEvidence } from './judge-evidence.ts';
import type { JudgedLine, LineKind } from './judge-lines.ts';

/** What can be said without a syntax tree. In a language that is none of ours, the report alone knows what can be run. */
export function judgeByReport({ coverage }: FileEvidence, asked: Iterable<number>): ReadonlyMap<number, JudgedLine> {
  const untaken = new Set(coverage.branches.flatMap(({ line, taken }) => (taken ? [] : [line])));
  const judged = new Map<number, JudgedLine>();
  for (const line of asked) {
    const hits = hitsAt(coverage.lines, line);
    if (hits === undefined) continue;
    const kind: LineKind = hits === 0 ? 'uncovered' : untaken.has(line) ? 'partial' : 'covered';
    judged.set(line, { kind, unrun: null, ways: [null] });
  }
  return judged;
}

/**
 * JavaScript that cannot be parsed. A line of which the report says nothing may go on with the statement of the last line before it that has
 * a count. It is believed to where the report is known to be of this text, or knows that line, which is asked for too; else nobody knows.
 */
export function judgeUnparsed(lines: TextLines, evidence: FileEvidence, asked: readonly number[]): ReadonlyMap<number, JudgedLine> {
  const { coverage, freshness } = evidence;
  const { numbers, hits } = coverage.lines;
  const known = judgeByReport(evidence, asked);
  const judged = new Map<number, JudgedLine>();
  for (const line of wordLines(lines, asked)) {
    const before = numbers.findLastIndex((number) => number < line);
    const goesOn = before !== -1 && (freshness === 'fresh' || known.has(Number(numbers[before])));
    const silent: LineKind = !goesOn ? 'no-coverage-data' : hits[before] === 0 ? 'uncovered' : 'covered';
    judged.set(line, known.get(line) ?? { kind: silent, unrun: null, ways: [] });
  }
  return judged;
}

/** The lines that hold more than brackets, signs and what looks like a comment. */
export function wordLines(lines: TextLines, asked: Iterable<number>): readonly number[] {
  return [...asked].filter((line) => /[\w$\u0080-\uFFFF]/.test(lines.of(line).replace(/^\s*\*(?=\s|$).*|^#!.*|\/\*.*?(?:\*\/|$)|\/\/.*/g, '')));
}
