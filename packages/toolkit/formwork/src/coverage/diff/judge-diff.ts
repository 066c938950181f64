import type { Finding } from '../../report/finding.ts';
import type { Allows } from './allowlist.ts';
import type { ChangedSource, FileEvidence } from './judge-evidence.ts';
import { plainlyCovered } from './judge-plain.ts';
import type { JudgedSource } from './judge-source.ts';

/** A comment that tells a coverage tool to look away from what has changed; its reason is null where it gives none. */
export type ShownHint = { readonly file: string; readonly line: number; readonly tool: string; readonly reason: string | null };

export type Judged = {
  readonly findings: readonly Finding[];
  readonly hints: readonly ShownHint[];
  /** Changed lines that hold something to run, and were held against a report. */
  readonly lines: number;
  /** Changed files of which no changed line holds anything to run: types, words. */
  readonly withoutCode: number;
  /** Findings that the allowlist took away. */
  readonly allowed: number;
};

/**
 * Judges every changed line of every changed source. `evidence` is what the reports say of a file, null where none knows it. Pure, but that
 * the parser is loaded only where a file needs it.
 */
export async function judgeDiff(
  sources: Iterable<ChangedSource>,
  evidence: (file: string) => FileEvidence | null,
  allows: Allows,
): Promise<Judged> {
  const findings: Finding[] = [];
  const hints: ShownHint[] = [];
  let [lines, withoutCode, allowed] = [0, 0, 0];
  for (const source of sources) {
    const known = evidence(source.file);
    const covered = plainlyCovered(source, known);
    const judged = covered === null ? (await judging()).judgeSource(source, known, allows) : plain(covered);
    findings.push(...judged.findings);
    hints.push(...judged.hints.map(({ line, tool, reason }) => ({ file: source.file, line, tool, reason })));
    lines += judged.lines;
    withoutCode += judged.isWithoutCode ? 1 : 0;
    allowed += judged.allowed;
  }
  return { findings, hints, lines, withoutCode, allowed };
}

function plain(covered: number): JudgedSource {
  return { findings: [], hints: [], lines: covered, isWithoutCode: covered === 0, allowed: 0 };
}

let loaded: typeof import('./judge-source.ts') | null = null;

async function judging(): Promise<typeof import('./judge-source.ts')> {
  return (loaded ??= await import('./judge-source.ts'));
}
