import type { SourceCode } from '../code/source-code.ts';
import type { FileEvidence } from './judge-evidence.ts';
import { hitsIn } from './judge-hits.ts';
import { untakenWays } from './judge-ways.ts';

/** What is known of a line that holds something to run. `ignored`: a hint told the tools to say nothing, and they did. */
export type LineKind = 'covered' | 'uncovered' | 'partial' | 'no-coverage-data' | 'ignored';

/** A line's kind and the ways that start on it and were never taken, each as it is written, or null where that is not known. */
export type JudgedLine = { readonly kind: LineKind; readonly ways: readonly (string | null)[] };

/** Says of some lines, given ascending, what the reports know of each; those that hold nothing to run are left out. */
export function judgeLines(code: SourceCode, evidence: FileEvidence, asked: Iterable<number>): ReadonlyMap<number, JudgedLine> {
  const untaken = untakenWays(code, evidence);
  const hitsOf = hitsIn(code, evidence, untaken.arms);
  const isIgnored = (line: number): boolean => code.hints.some((hint) => hint.line <= line && line <= hint.until);
  const judged = new Map<number, JudgedLine>();
  for (const [line, pieces] of code.piecesOn(asked)) {
    const ways = untaken.onLine.get(line) ?? [];
    const judge = (): LineKind => {
      switch (hitsOf(line, pieces)) {
        case 'none':
          return 'uncovered';
        case 'silence':
          return isIgnored(line) ? 'ignored' : 'no-coverage-data';
        case 'some':
          return ways.length > 0 ? 'partial' : 'covered';
      }
    };
    judged.set(line, { kind: judge(), ways });
  }
  return judged;
}
