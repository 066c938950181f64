import type { Finding } from '../report/finding.ts';
import { report, type Report } from '../report/report.ts';
import { chooseFeatures } from '../workspace/choose-features.ts';
import { featureName } from '../workspace/feature-name.ts';
import type { Feature, Workspace } from '../workspace/model.ts';
import { evidenceMissing } from '../workspace/read-workspace.ts';
import { declaredUseCases } from './declared.ts';
import { judge } from './judge.ts';

export type ConformanceOptions = {
  /** Whether a draft is an error. */
  readonly noDrafts: boolean;
  /** The feature whose findings are shown; null shows all. The whole repository is judged in any case. */
  readonly feature: string | null;
};

/**
 * What conformance says of a repository as it was read. `elapsed` is asked when all is judged: milliseconds since the reading began.
 * Throws `workspace/unknown-feature`.
 */
export function conformanceReport(workspace: Workspace, options: ConformanceOptions, elapsed: () => number): Report {
  const { features, contracts, filesRead } = workspace;
  const shown = options.feature === null ? null : chooseFeatures([options.feature], workspace);
  return report({
    gate: 'conformance',
    inspected: { features: features.length, useCases: declaredUseCases(workspace).length, contracts: contracts.length, files: filesRead },
    note: noteOn(workspace, options.feature),
    findings: judge(workspace)
      .filter((finding) => shown === null || shown.some((feature) => concerns(finding, feature, workspace)))
      .map((finding) => (options.noDrafts && finding.severity === 'pending' ? { ...finding, severity: 'error' } : finding)),
    evidenceMissing: evidenceMissing(workspace),
    durationMs: elapsed(),
  });
}

/** What could not be read bears on every feature: the others may have hidden what concerns this one. */
function concerns({ code, file }: Finding, feature: Feature, { config: { roots } }: Workspace): boolean {
  const folders = [feature.package.folder, `${roots.contracts}/${featureName(feature)}`];
  return code.startsWith('workspace/') || folders.some((folder) => file.startsWith(`${folder}/`));
}

function noteOn({ features, config: { roots } }: Workspace, shown: string | null): string | null {
  if (features.length === 0) return `There is no feature under ${roots.features}.`;
  return shown === null ? null : `Only what concerns ${shown} is shown; everything was judged.`;
}
