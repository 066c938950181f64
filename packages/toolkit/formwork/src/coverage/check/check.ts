import { basename } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Machine } from '../../report/machine.ts';
import { report, type Report } from '../../report/report.ts';
import type { Feature, Workspace } from '../../workspace/model.ts';
import { evidenceMissing } from '../../workspace/read-workspace.ts';
import { readEvidence } from '../aggregate/evidence.ts';
import { staleReport, unknownFreshness } from '../aggregate/freshness-findings.ts';
import { recordRenderer } from '../lcov/render-record.ts';
import { isTested } from '../lcov/reports.ts';
import { bandsOf } from './bands.ts';
import { blindLayers } from './blind-layers.ts';
import { judgeFeature } from './judge-feature.ts';
import { ownFiles, withoutIdle, type OwnFiles, type StatementEvidence } from './own-files.ts';
import { packageCode } from './package-code.ts';
import { untoldMeasures } from './untold-measures.ts';

/** The report, and of each feature that was judged what told its statements. */
export type CheckReport = Report & { readonly evidence: readonly { readonly feature: string; readonly statements: StatementEvidence }[] };

export type CheckOptions = {
  /** Whose tests are judged. */
  readonly asked?: (feature: Feature) => boolean;
  /** Whether a report is refused of which nobody knows whether the sources are still those that it measured. */
  readonly requireFresh?: boolean;
  /** What could not be read, and bears on the answer. A package that is not installed has left its report all the same. */
  readonly unread?: readonly Finding[];
  /** What a runner found below a band that it knows of; told where nothing is found here for the same manifest. */
  readonly told?: readonly Finding[];
};

type Where = { readonly machine: Machine; readonly root: string };

/** What one feature comes to. */
type Judged = {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly evidence: CheckReport['evidence'];
  /** Whether nobody knows how fresh its report is. */
  readonly isUnknown: boolean;
  readonly evidenceMissing: boolean;
};

/**
 * Judges the tests of features by the bands of their manifests, on what any runner left. Where a feature has tests and no report, or its
 * bands cannot be read, evidence is missing; a report of other sources is refused. Throws what `readEvidence` throws.
 */
export function check(
  { features }: Pick<Workspace, 'features'>,
  where: Where,
  { asked = () => true, requireFresh = false, unread = [], told = [] }: CheckOptions = {},
): CheckReport {
  const { machine } = where;
  const startedAt = machine.now();
  const judged = features.filter(asked).map((feature) => judge(feature, requireFresh, where));
  const unknown = unread.filter(({ code }) => code !== 'workspace/not-installed');
  const findings = [...unknown, ...judged.flatMap((one) => one.findings)];
  const ages = judged.filter(({ isUnknown }) => isUnknown).length;
  const said = report({
    gate: 'coverage:check',
    inspected: { features: judged.length, files: judged.reduce((sum, { files }) => sum + files, 0) },
    durationMs: machine.now() - startedAt,
    note:
      judged.length === 0
        ? 'no feature to judge'
        : ages === 0
          ? null
          : `freshness unknown for ${ages} ${ages === 1 ? 'report' : 'reports'}`,
    findings: [...findings, ...told.filter(({ file }) => !findings.some((found) => found.file === file))],
    evidenceMissing: judged.some((one) => one.evidenceMissing) || evidenceMissing({ findings: unknown }),
  });
  return { ...said, evidence: judged.flatMap(({ evidence }) => evidence) };
}

function judge({ package: owner, manifest }: Feature, requireFresh: boolean, where: Where): Judged {
  const nothing: Judged = { findings: [], files: 0, evidence: [], isUnknown: false, evidenceMissing: false };
  if (manifest === null) return { ...nothing, findings: [noBands(owner)], evidenceMissing: true };
  const read = readEvidence(owner, recordRenderer(), where);
  if (read === null && isTested(owner)) return { ...nothing, findings: [noReport(owner)], evidenceMissing: true };
  if (read !== null && read.stale.length > 0) return { ...nothing, findings: [staleReport(read)] };
  if (read !== null && read.unknown !== null && requireFresh)
    return { ...nothing, findings: [unknownFreshness(read)], evidenceMissing: true };
  const { files: counted, statements } = read === null ? nothingMeasured : ownFiles(read);
  const bands = bandsOf(manifest);
  const code = packageCode(owner.folder, where);
  const files = withoutIdle(counted, code);
  const blind = blindLayers(owner, Object.keys(bands.layers), files, code, where);
  return {
    findings: judgeFeature({ package: owner, manifest, bands, files, blind, untold: untoldMeasures(files, code) }),
    files: files.size,
    evidence: read === null ? [] : [{ feature: manifest.name, statements }],
    isUnknown: read !== null && read.unknown !== null,
    evidenceMissing: false,
  };
}

const nothingMeasured: OwnFiles = { files: new Map(), statements: 'lines' };

function noBands({ folder }: Feature['package']): Finding {
  return finding({
    code: 'coverage/no-bands',
    file: `${folder}/src/feature.manifest.ts`,
    message: `Nobody knows what the tests of ${basename(folder)} must reach, as its manifest cannot be read.`,
    fix: 'See what pnpm conformance says of the manifest.',
  });
}

function noReport({ name, folder }: Feature['package']): Finding {
  return finding({
    code: 'coverage/no-report',
    file: `${folder}/package.json`,
    message: `${name} has tests, and left no report by which to judge its bands.`,
    fix: `Run pnpm test --filter ${name} -- --coverage, and let the runner write lcov to ${folder}/coverage/lcov.info.`,
  });
}
