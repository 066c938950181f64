import type { Finding } from '../../report/finding.ts';

export type Uncovered = { readonly file: string; readonly line: number; readonly kind: 'uncovered' | 'no-coverage-data' | 'stale' };

const kinds = { 'coverage/uncovered': 'uncovered', 'coverage/no-coverage-data': 'no-coverage-data', 'coverage/stale': 'stale' } as const;

/** The changed lines that no test runs, from the findings that say so. */
export function uncoveredIn(findings: readonly Finding[]): readonly Uncovered[] {
  return findings.flatMap(({ code, file, line }) => (isKind(code) ? [{ file, line, kind: kinds[code] }] : []));
}

function isKind(code: string): code is keyof typeof kinds {
  return Object.hasOwn(kinds, code);
}
