import type { Arm, Branch } from '../code/piece.ts';
import type { LcovBranch } from '../lcov/record.ts';
import { quoted } from './judge-findings.ts';

/** Notes a way on the line on which it starts, with what is known of it. */
export type Tell = (line: number, way: string | null, arm: Arm | null) => void;

/** A way as half a sentence about the tests. */
export function inWords({ kind, arms }: Branch, nth: number, text: string): string {
  if (kind === 'if') return `its condition ${nth === 0 ? 'never' : 'always'} holds`;
  const arm = arms[nth];
  return `they never take ${quoted(text.slice(arm?.start, arm?.end))}`;
}

/** Whether no test took it; of a branch that was never reached lcov says so with a dash. */
export function isUntaken({ taken }: LcovBranch): boolean {
  return taken === null || taken === 0;
}
