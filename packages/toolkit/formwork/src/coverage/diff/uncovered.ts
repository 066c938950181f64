import type { Finding } from '../../report/finding.ts';

const kinds = {
  'coverage/uncovered': 'uncovered',
  'coverage/partial': 'partial',
  'coverage/no-coverage-data': 'no-coverage-data',
  'coverage/stale': 'stale',
} as const;

export type Uncovered = { readonly file: string; readonly line: number; readonly kind: (typeof kinds)[keyof typeof kinds] };

/** The changed lines that no test runs, or not in every way, or of which nobody knows; from the findings that say so. */
export function uncoveredIn(findings: readonly Finding[]): readonly Uncovered[] {
  return findings.flatMap(({ code, file, line }) => (isKind(code) ? [{ file, line, kind: kinds[code] }] : []));
}

function isKind(code: string): code is keyof typeof kinds {
  return Object.hasOwn(kinds, code);
}
