import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../report/finding.ts';
import type { Finding } from '../report/finding.ts';
import { FormworkError } from '../report/formwork-error.ts';
import type { Workspace } from '../workspace/model.ts';
import { conformanceReport } from './conformance-report.ts';
import { drawWorkspace } from './testing/draw-workspace.ts';

const all = { noDrafts: false, feature: null };
const elapsed = () => 12;

const twoFeatures = drawWorkspace(`
  orders: placeOrder publishes orders.order-placed.v1
  orders: shipOrder draft
  payments: takePayment publishes payments.payment-taken.v1 | nothing
`);

test('what was inspected, and each finding in its place', () => {
  const { findings, ...rest } = conformanceReport(twoFeatures, all, elapsed);
  deepEqual(rest, {
    schema: 'formwork/report@1',
    gate: 'conformance',
    status: 'fail',
    base: null,
    inspected: { features: 2, useCases: 3, contracts: 0, files: 5 },
    durationMs: 12,
    note: null,
  });
  deepEqual(codes(findings), [
    'pending/draft pending packages/features/orders/src/feature.manifest.ts',
    'closure/declared-not-done error packages/features/payments/src/feature.manifest.ts',
  ]);
});

test('a draft passes; where drafts may not stay, it is an error', () => {
  const workspace = drawWorkspace('orders: shipOrder draft');
  equal(conformanceReport(workspace, all, elapsed).status, 'pass');
  const strict = conformanceReport(workspace, { ...all, noDrafts: true }, elapsed);
  deepEqual([strict.status, ...codes(strict.findings)], ['fail', 'pending/draft error packages/features/orders/src/feature.manifest.ts']);
});

test('one feature is shown, with its contracts and with what could not be read', () => {
  const workspace = withFindings(twoFeatures, [
    { code: 'workspace/syntax', file: 'packages/features/payments/src/bind.ts' },
    { code: 'other/contract', file: 'packages/contracts/orders/src/events/order-placed.v1.event.ts' },
    { code: 'other/contract', file: 'packages/contracts/payments/src/events/payment-taken.v1.event.ts' },
  ]);
  const { findings, inspected, note } = conformanceReport(workspace, { ...all, feature: 'orders' }, elapsed);
  deepEqual(codes(findings), [
    'other/contract error packages/contracts/orders/src/events/order-placed.v1.event.ts',
    'pending/draft pending packages/features/orders/src/feature.manifest.ts',
    'workspace/syntax error packages/features/payments/src/bind.ts',
  ]);
  deepEqual([inspected['features'], note], [2, 'Only what concerns orders is shown; everything was judged.']);
});

for (const [what, workspace, fix] of [
  ['one is near', twoFeatures, 'Did you mean orders? The features are: orders, payments. Name none to take all.'],
  ['there is none', drawWorkspace(''), 'The features are: none yet. Name none to take all.'],
] as const) {
  test(`a feature that is not there is an error: ${what}`, () => {
    throws(
      () => conformanceReport(workspace, { ...all, feature: 'order' }, elapsed),
      new FormworkError({ code: 'workspace/unknown-feature', message: 'There is no feature order.', fix }),
    );
  });
}

test('no feature at all is a pass over nothing that says so', () => {
  const { status, inspected, note } = conformanceReport(drawWorkspace(''), all, elapsed);
  deepEqual(
    [status, inspected, note],
    ['pass', { features: 0, useCases: 0, contracts: 0, files: 0 }, 'There is no feature under packages/features.'],
  );
});

test('missing evidence is told as such', () => {
  const workspace = withFindings(twoFeatures, [{ code: 'workspace/not-installed', file: 'packages/features/orders/package.json' }]);
  equal(conformanceReport(workspace, all, elapsed).status, 'error');
});

function codes(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, severity, file }) => `${code} ${severity} ${file}`);
}

function withFindings(workspace: Workspace, facts: readonly { readonly code: string; readonly file: string }[]): Workspace {
  return { ...workspace, findings: facts.map((fact) => finding({ ...fact, message: 'It does not hold.', fix: 'Mend it.' })) };
}
