import type { Finding } from '../../report/finding.ts';

/** Findings as short lines: where, and what does not hold. */
export function tell(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, column, message }) => `${file.replace('packages/features/', '')}:${line}:${column} ${message}`);
}
