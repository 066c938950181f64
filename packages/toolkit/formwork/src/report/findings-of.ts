import { finding, type Finding } from './finding.ts';
import type { Report } from './report.ts';

/** What a report found; where its evidence is missing and no error says so, one that does: in some formats only findings are seen. */
export function findingsOf({ gate, status, note, findings }: Report): readonly Finding[] {
  if (status !== 'error' || findings.some(({ severity }) => severity === 'error')) return findings;
  const message = `${gate} could not finish${note === null ? '' : `: ${note}`}.`;
  const fix = 'Read what it printed, mend that, and run it again.';
  return [finding({ code: 'report/no-evidence', file: '.', message, fix }), ...findings];
}
