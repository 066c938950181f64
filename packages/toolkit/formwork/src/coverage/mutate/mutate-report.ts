import { finding, type Finding } from '../../report/finding.ts';
import type { Base } from '../../report/resolve-base.ts';
import { report, type Report } from '../../report/report.ts';
import { evidenceMissing } from '../../workspace/read-workspace.ts';
import type { MutantCounts, MutantVerdict } from './judge-mutants.ts';
import { shownScore } from './mutant-findings.ts';
import type { Share } from './share.ts';

/** The report of `coverage mutate`; `scores` has each feature that was mutated, scores in percent, null where it has no mutant. */
export type MutateReport = Report & {
  readonly scores: readonly { readonly feature: string; readonly score: number | null; readonly asked: number; readonly mutants: number }[];
};

export type Judged = { readonly share: Share; readonly verdict: MutantVerdict };

/** Gathers what was found out. `failed` says why some features could not be mutated; `unread` are findings of the workspace that concern the features that were asked for. */
export function mutateReport(facts: {
  readonly shares: readonly Share[];
  readonly judged: readonly Judged[];
  readonly failed: readonly Finding[];
  readonly unread: readonly Finding[];
  readonly base: Base | null;
  readonly durationMs: number;
}): MutateReport {
  const { shares, judged, failed, unread, base, durationMs } = facts;
  const scores = judged.map(({ share: { manifest, band }, verdict: { score, counts } }) => ({
    feature: manifest.name,
    score,
    asked: band.score,
    mutants: counts.mutants,
  }));
  return {
    ...report({
      gate: 'coverage:mutate',
      base: base?.commit ?? null,
      inspected: {
        features: judged.length,
        files: judged.reduce((sum, { share: { scope } }) => sum + scope.size, 0),
        ...total(judged.map(({ verdict: { counts } }) => counts)),
      },
      durationMs,
      note: scores.length === 0 && failed.length > 0 ? null : noteOn(scores, shares, base),
      findings: [...unread, ...failed, ...shares.flatMap(withoutMatch), ...judged.flatMap(({ verdict }) => verdict.findings)],
      evidenceMissing: failed.length > 0 || evidenceMissing({ findings: unread }),
    }),
    scores,
  };
}

const none: MutantCounts = { mutants: 0, killed: 0, survived: 0, timeout: 0, noCoverage: 0, ignored: 0, errors: 0 };

function total(all: readonly MutantCounts[]): MutantCounts {
  return all.reduce(
    (sum, one) => ({
      mutants: sum.mutants + one.mutants,
      killed: sum.killed + one.killed,
      survived: sum.survived + one.survived,
      timeout: sum.timeout + one.timeout,
      noCoverage: sum.noCoverage + one.noCoverage,
      ignored: sum.ignored + one.ignored,
      errors: sum.errors + one.errors,
    }),
    none,
  );
}

function noteOn(scores: MutateReport['scores'], shares: readonly Share[], base: Base | null): string | null {
  if (scores.length > 0)
    return scores.map(({ feature, score }) => `${feature} ${score === null ? 'has no mutants' : shownScore(score)}`).join(', ');
  if (shares.length === 0) return 'there is no feature to mutate';
  return base === null ? 'no target holds a source' : `nothing that is mutated has changed since ${base.source}`;
}

/** The house's own targets may match nothing: not every feature has entities. */
function withoutMatch({ manifest, band, unmatched }: Share): readonly Finding[] {
  if (!band.namesTargets) return [];
  return unmatched.map((glob) =>
    finding({
      code: 'mutation/target-unmatched',
      file: manifest.file,
      ...band.at,
      message: `${manifest.name} wants '${glob}' mutated, which matches no source.`,
      fix: 'Correct it in coverage.mutation.targets, relative to the package, or take it out.',
    }),
  );
}
