import type { SourceCode } from '../code/source-code.ts';
import type { FileEvidence } from './judge-evidence.ts';
import { hitsIn } from './judge-hits.ts';
import { inGitLines } from './judge-numbering.ts';
import { statementsOf } from './judge-statements.ts';
import { untakenWays } from './judge-ways.ts';

/** What is known of a line that holds something to run. `ignored`: a hint told the tools to say nothing, and they did. */
export type LineKind = 'covered' | 'uncovered' | 'partial' | 'no-coverage-data' | 'ignored';

export type JudgedLine = {
  readonly kind: LineKind;
  /** What of an uncovered line was not run, as it is written; null where that is all of it, or is not known. */
  readonly unrun: string | null;
  /** The ways through branches that start on it and were never taken: half sentences about the tests, or null where that is not known. */
  readonly ways: readonly (string | null)[];
};

/** Says of some lines, given ascending, what the reports know of each; those that hold nothing to run are left out. */
export function judgeLines(code: SourceCode, found: FileEvidence, asked: Iterable<number>): ReadonlyMap<number, JudgedLine> {
  const evidence = inGitLines(code, found);
  const statements = statementsOf(code, evidence.istanbul, evidence.coverage.lines);
  const untaken = untakenWays(code, evidence, statements);
  const hitsOf = hitsIn(code, evidence.coverage, statements, untaken.arms);
  const isIgnored = (line: number): boolean => code.hints.some((hint) => hint.line <= line && line <= hint.until);
  const judged = new Map<number, JudgedLine>();
  for (const [line, words] of code.piecesOn(asked)) {
    const { hits, unrun, isCutShort } = hitsOf(line, words);
    const told = untaken.onLine.get(line);
    const ways = told === undefined && isCutShort ? [null] : [...(told ?? [])];
    const judge = (): LineKind => {
      switch (hits) {
        case 'none':
          return 'uncovered';
        case 'silence':
          return isIgnored(line) ? 'ignored' : 'no-coverage-data';
        case 'some':
          return ways.length > 0 ? 'partial' : 'covered';
      }
    };
    judged.set(line, { kind: judge(), unrun, ways });
  }
  return judged;
}
