import type { Finding } from '../../report/finding.ts';
import { belowScore, ignored, notCovered, notRun, survived, type Asked, type PlacedMutant } from './mutant-findings.ts';
import type { Scope } from './ranges.ts';
import type { Mutant, StrykerReport } from './stryker-report.ts';

/** How the tests of a feature fared against its mutants. */
export type MutantCounts = {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly timeout: number;
  readonly noCoverage: number;
  /** Left out by a comment. */
  readonly ignored: number;
  /** Mutants that cannot run, and so say nothing. */
  readonly errors: number;
};

export type MutantVerdict = {
  readonly counts: MutantCounts;
  /** In percent: detected mutants among those that could be; null where there are none such. */
  readonly score: number | null;
  readonly findings: readonly Finding[];
};

/**
 * Judges the mutants of a scope, which is in files relative to the package. A mutant that ran for too long counts as detected, as Stryker
 * has it. Survivors are errors only where the score is below what is asked for.
 */
export function judgeMutants(report: StrykerReport, scope: Scope, asked: Asked): MutantVerdict {
  const mutants = Object.entries(report.files).flatMap(([file, { source, mutants: all }]) =>
    all.filter(({ location }) => isInScope(scope, file, location)).map((mutant): PlacedMutant => ({ ...mutant, file, source })),
  );
  const counts = count(mutants);
  const detected = counts.killed + counts.timeout;
  const valid = detected + counts.survived + counts.noCoverage;
  const score = valid === 0 ? null : (100 * detected) / valid;
  const isBelow = score !== null && score < asked.score;
  const severity = isBelow ? 'error' : 'warning';
  const tests = testFilesById(report);
  const findings = mutants.flatMap((mutant) => {
    switch (mutant.status) {
      case 'Survived':
        return [survived(mutant, asked, severity, tests)];
      case 'NoCoverage':
        return [notCovered(mutant, asked, severity)];
      case 'Ignored':
        return withoutReason.has(mutant.statusReason) ? [ignored(mutant, asked)] : [];
      default:
        return [];
    }
  });
  if (isBelow) findings.push(belowScore(score, valid, asked));
  if (valid === 0 && counts.errors > 0) findings.push(notRun(mutants.filter(isBroken), asked));
  return { counts, score, findings };
}

/** What Stryker says where its comment gives no reason, or white space for one. */
const withoutReason: ReadonlySet<string> = new Set(['Ignored using a comment', '']);

function isInScope(scope: Scope, file: string, { start, end }: Mutant['location']): boolean {
  const changes = scope.get(file);
  if (changes === undefined || changes === null) return changes === null;
  return changes.some(
    ({ lines, within }) => start.line <= lines.to && end.line >= lines.from && start.line >= within.from && end.line <= within.to,
  );
}

function count(mutants: readonly Mutant[]): MutantCounts {
  const of = (wanted: Mutant['status']): number => mutants.filter(({ status }) => status === wanted).length;
  return {
    mutants: mutants.length,
    killed: of('Killed'),
    survived: of('Survived'),
    timeout: of('Timeout'),
    noCoverage: of('NoCoverage'),
    ignored: of('Ignored'),
    errors: mutants.filter(isBroken).length,
  };
}

function isBroken({ status }: Mutant): boolean {
  return status === 'RuntimeError' || status === 'CompileError' || status === 'Pending';
}

function testFilesById({ testFiles }: StrykerReport): ReadonlyMap<string, string> {
  return new Map(Object.entries(testFiles).flatMap(([file, { tests }]) => tests.map(({ id }): [string, string] => [id, file])));
}
