import { conformanceGate } from './conformance/index.ts';
import { coverageAggregateGate } from './coverage-aggregate/index.ts';
import { coverageCheckGate } from './coverage-check/index.ts';
import { coverageDiffGate } from './coverage-diff/index.ts';
import { fallowAuditGate } from './fallow-audit/index.ts';
import type { Gate } from './gate.ts';
import type { GateId } from './gate-ids.ts';
import { lintGate } from './lint/index.ts';
import { testGate } from './test/index.ts';
import { typecheckGate } from './typecheck/index.ts';

/** Every gate by its id; the meta-test ties this list to the folders. */
export const allGates: { readonly [Id in GateId]: Gate<Id> } = {
  typecheck: typecheckGate,
  lint: lintGate,
  test: testGate,
  conformance: conformanceGate,
  'fallow:audit': fallowAuditGate,
  'coverage:check': coverageCheckGate,
  'coverage:aggregate': coverageAggregateGate,
  'coverage:diff': coverageDiffGate,
};
