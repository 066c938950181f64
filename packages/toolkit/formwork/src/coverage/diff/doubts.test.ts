import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Finding } from '../../report/finding.ts';
import { finding } from '../../report/finding.ts';
import type { Evidence } from './read-evidence.ts';
import { withoutEvidence } from './doubts.ts';

const changedIn = (...files: readonly string[]) => files.map((file) => ({ file, from: file, lines: new Set([1]), hunks: [] }));
const known = { coverage: { lines: { numbers: [1], hits: [1] }, functions: [], branches: [] }, istanbul: [], doubtful: null };
const evidence: Evidence = { of: () => ({ ...known, freshness: 'unknown' }), isOtherRun: () => false, reports: [], elsewhere: new Map() };
const found: readonly Finding[] = [finding({ code: 'coverage/uncovered', file: 'a.ts', message: 'm', fix: 'f' })];
const told = (files: readonly string[], { hasReports = true, requireFresh = true } = {}): readonly unknown[] => {
  const said = withoutEvidence({ findings: found, changed: changedIn(...files), evidence, hasReports, requireFresh });
  return [said.isMissing, said.freshness, said.told.at(-1)?.message];
};

test('without any report that is all there is to tell', () => {
  deepEqual(told(['a.ts'], { hasReports: false }), [true, 'unknown', '1 source has changed, and there is no coverage report at all.']);
  deepEqual(told(['a.ts', 'b.ts'], { hasReports: false }), [true, 'unknown', '2 sources have changed, and there is no coverage report at all.']);
});

test('what nobody knows to be fresh is missing evidence where that is asked for', () => {
  const unknown = (what: string): string => `Nobody can say whether the reports measured ${what} as they lie here, and --require-fresh asks for it.`;
  deepEqual(told(['a.ts']), [true, 'unknown', unknown('a.ts')]);
  deepEqual(told(['a.ts', 'b.ts']), [true, 'unknown', unknown('a.ts and 1 more source')]);
  deepEqual(told(['a.ts', 'b.ts', 'c.ts']), [true, 'unknown', unknown('a.ts and 2 more sources')]);
  deepEqual(told(['a.ts'], { requireFresh: false }), [false, 'unknown', 'm']);
});
