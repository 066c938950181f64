import { finding, type Finding } from '../../report/finding.ts';
import type { ChangedFile } from '../changes/changed-file.ts';
import type { Evidence } from './read-evidence.ts';

export type Doubts = {
  /** What the judge found. */
  readonly findings: readonly Finding[];
  /** What was judged. */
  readonly changed: readonly ChangedFile[];
  readonly evidence: Evidence;
  readonly hasReports: boolean;
  readonly requireFresh: boolean;
};

export type Undoubted = {
  readonly told: readonly Finding[];
  /** Whether what is needed to judge at all is not there. */
  readonly isMissing: boolean;
  readonly freshness: 'fresh' | 'unknown';
  /** The files of which istanbul's form tells other counts than the lcov. */
  readonly otherRun: readonly string[];
};

/** Says of what the judge found how far the evidence carries: where there is none, that is all there is to tell. Pure. */
export function withoutEvidence({ findings, changed, evidence, hasReports, requireFresh }: Doubts): Undoubted {
  const unsure = changed.filter(({ file }) => evidence.of(file)?.freshness === 'unknown').map(({ file }) => file);
  const freshness = unsure.length > 0 ? 'unknown' : 'fresh';
  const otherRun = changed.filter(({ file }) => evidence.isOtherRun(file)).map(({ file }) => file);
  if (!hasReports && findings.length > 0) return { told: [noReport(changed.length)], isMissing: true, freshness, otherRun };
  const told = findings.map((one) => withElsewhere(one, evidence));
  const [first] = unsure;
  if (first === undefined || !requireFresh) return { told, isMissing: false, freshness, otherRun };
  return { told: [...told, unknownFreshness(first, unsure.length)], isMissing: true, freshness, otherRun };
}

/** A file that no report knows may have been measured under another path. */
function withElsewhere(one: Finding, { of, elsewhere }: Evidence): Finding {
  const [other] = elsewhere.get(one.file) ?? [];
  if (one.code !== 'coverage/no-coverage-data' || other === undefined || of(one.file) !== null) return one;
  const fix = `A report names ${other}, which lies elsewhere: let the runner write paths relative to the repository, or run it here.`;
  return finding({ ...one, fix });
}

function noReport(files: number): Finding {
  return finding({
    code: 'coverage/no-report',
    file: '.',
    message: `${files} ${files === 1 ? 'source has' : 'sources have'} changed, and there is no coverage report at all.`,
    fix: 'Run the tests so that they leave coverage/lcov.info, or name a report: --lcov <file>.',
  });
}

function unknownFreshness(first: string, files: number): Finding {
  const others = files === 1 ? '' : ` and ${files - 1} more ${files === 2 ? 'source' : 'sources'}`;
  return finding({
    code: 'coverage/freshness-unknown',
    file: first,
    message: `Nobody can say whether the reports measured ${first}${others} as they lie here, and --require-fresh asks for it.`,
    fix: 'Let the package\'s test script run through the door, "formwork coverage measure -- <runner>", and run the tests again with --coverage.',
  });
}
