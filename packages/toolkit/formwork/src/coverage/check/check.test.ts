import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { sha256 } from '../../report/sha256.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { finding, type Finding } from '../../report/finding.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { renderSources } from '../freshness/sources-file.ts';
import { drawIstanbul } from '../testing/draw-istanbul.ts';
import { check, type CheckOptions, type CheckReport } from './check.ts';
import { runCheck } from './run-check.ts';

const folder = 'packages/features/orders';
const feature = {
  'package.json': '{ "name": "@repo/orders", "scripts": { "test": "vitest run" } }',
  'src/feature.manifest.ts':
    "export const ordersManifest = defineFeature({\n  name: 'orders',\n  useCases: {},\n  coverage: { baseline: { lines: 60 } },\n});\n",
  'src/entities/order.ts': 'order();\n',
};
const lcov = 'SF:src/entities/order.ts\nDA:1,1\nend_of_record\nSF:src/bind.ts\nDA:1,0\nend_of_record\n';

function files(more: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries({ ...feature, ...more }).map(([file, text]) => [`${folder}/${file}`, text]);
  return { 'pnpm-workspace.yaml': 'packages: [packages/*/*]\n', ...Object.fromEntries(own) };
}

function checked(more: Readonly<Record<string, string>>, options?: CheckOptions): CheckReport {
  const machine = fakeMachine({ files: files(more) });
  return check(readWorkspace('/repo', machine), { machine, root: '/repo' }, options);
}

function told({ status, note, findings }: CheckReport): readonly unknown[] {
  return [status, note, ...findings.map(({ code, file, line }) => `${code} ${file.replace(`${folder}/`, '')}:${line}`)];
}

test('a feature is judged by what its runner left, at the place that states the bands', () => {
  deepEqual(checked({ 'coverage/lcov.info': lcov }), {
    schema: 'formwork/report@1',
    gate: 'coverage:check',
    status: 'fail',
    base: null,
    inspected: { features: 1, files: 2 },
    durationMs: 0,
    note: 'freshness unknown for 1 report',
    findings: [
      finding({
        code: 'coverage/below-band',
        file: `${folder}/src/feature.manifest.ts`,
        line: 4,
        column: 13,
        message:
          'Tests cover 50 % of the lines of all files in orders, and the band asks for 60 %; most is missed in src/bind.ts (1 of 1).',
        fix: `Test what is not covered: pnpm test --filter @repo/orders -- --coverage leaves it in ${folder}/coverage/lcov.info.`,
      }),
      finding({
        code: 'coverage/below-band',
        file: `${folder}/src/feature.manifest.ts`,
        line: 4,
        column: 13,
        message:
          'Tests cover 50 % of the statements of all files in orders, and the band asks for 80 %; most is missed in src/bind.ts (1 of 1).',
        fix: `Test what is not covered: pnpm test --filter @repo/orders -- --coverage leaves it in ${folder}/coverage/lcov.info.`,
      }),
    ],
    evidence: [{ feature: 'orders', statements: 'lines' }],
  });
});

const covered = lcov.replace('DA:1,0', 'DA:1,1');
const beside = (source: string): string =>
  renderSources({ report: sha256(covered), folder: '..', sources: { 'src/bind.ts': sha256(''), 'src/entities/order.ts': sha256(source) } });
const unknown = 'freshness unknown for 1 report';
const unreadable = (code: string): Finding => finding({ code, file: `${folder}/package.json`, message: 'm', fix: 'f' });

const rows: Readonly<Record<string, readonly [Record<string, string>, CheckOptions, readonly unknown[]]>> = {
  'all bands are met': [{ 'coverage/lcov.info': covered }, {}, ['pass', unknown]],
  'no report': [{}, {}, ['error', null, 'coverage/no-report package.json:1']],
  'no tests, and nothing to run': [{ 'package.json': '{ "name": "@repo/orders" }', 'src/entities/order.ts': '' }, {}, ['pass', null]],
  'no tests, and something to run': [
    { 'package.json': '{ "name": "@repo/orders" }' },
    {},
    ['fail', null, 'coverage/layer-not-measured src/feature.manifest.ts:4'],
  ],
  'a layer that is in no report': [
    { 'coverage/lcov.info': 'SF:src/bind.ts\nDA:1,1\nend_of_record\n' },
    {},
    ['fail', unknown, 'coverage/layer-not-measured src/feature.manifest.ts:4'],
  ],
  'a report of these sources': [
    { 'coverage/lcov.info': covered, 'coverage/sources.json': beside('order();\n'), 'src/bind.ts': '' },
    { requireFresh: true },
    ['pass', null],
  ],
  'a report of other sources': [
    { 'coverage/lcov.info': covered, 'coverage/sources.json': beside('before();\n'), 'src/bind.ts': '' },
    {},
    ['fail', null, 'coverage/stale package.json:1'],
  ],
  'a report of which nobody knows, where it has to be known': [
    { 'coverage/lcov.info': covered },
    { requireFresh: true },
    ['error', null, 'coverage/freshness-unknown package.json:1'],
  ],
  'a manifest that cannot be read': [
    { 'coverage/lcov.info': covered, 'src/feature.manifest.ts': 'const = broken' },
    {},
    ['error', null, 'coverage/no-bands src/feature.manifest.ts:1'],
  ],
  'what could not be read beside the features': [
    { 'coverage/lcov.info': covered },
    { unread: [unreadable('workspace/package-json-invalid'), unreadable('workspace/not-installed')] },
    ['fail', unknown, 'workspace/package-json-invalid package.json:1'],
  ],
  'packages that nobody knows': [
    { 'coverage/lcov.info': covered },
    { unread: [unreadable('workspace/pnpm-workspace-invalid')] },
    ['error', unknown, 'workspace/pnpm-workspace-invalid package.json:1'],
  ],
  'a report without branches': [
    { 'coverage/lcov.info': covered, 'src/bind.ts': 'if (a) b();\n' },
    {},
    ['fail', unknown, 'coverage/measure-not-told src/feature.manifest.ts:4'],
  ],
  'types that a runner takes for lines': [
    { 'coverage/lcov.info': `${covered}SF:src/use-cases/a.ts\nDA:1,0\nend_of_record\n`, 'src/use-cases/a.ts': 'export type A = 1;\n' },
    {},
    ['pass', unknown],
  ],
  'nobody is asked for': [{}, { asked: () => false }, ['pass', 'no feature to judge']],
  'a runner that knows of more bands': [
    { 'coverage/lcov.info': covered },
    { told: [finding({ code: 'test/below-band', file: `${folder}/src/feature.manifest.ts`, message: 'm', fix: 'f' })] },
    ['fail', unknown, 'test/below-band src/feature.manifest.ts:1'],
  ],
  'a runner that says the same': [
    { 'coverage/lcov.info': covered.replace('DA:1,1', 'DA:1,0') },
    { told: [finding({ code: 'test/below-band', file: `${folder}/src/feature.manifest.ts`, message: 'm', fix: 'f' })] },
    ['fail', unknown, ...Array.from({ length: 3 }, () => 'coverage/below-band src/feature.manifest.ts:4')],
  ],
};

for (const [what, [more, options, expected]] of Object.entries(rows)) {
  test(`coverage:check: ${what}`, () => deepEqual(told(checked(more, options)), expected));
}

test('shards count, with the statements that they tell', () => {
  const shards = { 'coverage/one/coverage-final.json': drawIstanbul(`/m/${folder}`, { 'src/entities/order.ts': [1, 0] }) };
  const said = checked(shards);
  deepEqual(said.evidence, [{ feature: 'orders', statements: 'coverage-final.json' }]);
  deepEqual(
    said.findings.map(({ message }) => message.split('; ')[0]),
    [
      'Tests cover 50 % of the statements of all files in orders, and the band asks for 80 %',
      'Tests cover 50 % of the statements of src/entities/** in orders, and the band asks for 100 %',
    ],
  );
});

test('only the features that are named are judged, in the folder of one whose manifest cannot be read too', () => {
  const other = { '../payments/package.json': '{ "name": "@repo/payments" }', '../payments/src/feature.manifest.ts': 'const = broken' };
  const machine = fakeMachine({ files: files({ 'coverage/lcov.info': covered, ...other }) });
  const features = (...names: readonly string[]): readonly unknown[] => {
    const { status, inspected } = runCheck({ features: names, requireFresh: false }, { machine, root: '/repo' });
    return [status, inspected['features']];
  };
  deepEqual(
    [features('orders'), features('payments'), features()],
    [
      ['pass', 1],
      ['error', 1],
      ['error', 2],
    ],
  );
  throws(() => features('order'), {
    code: 'workspace/unknown-feature',
    fix: 'Did you mean orders? The features are: orders, payments. Name none to take all.',
  });
});

test('workspace/unknown-feature: where there is none yet', () => {
  const machine = fakeMachine({ files: { 'pnpm-workspace.yaml': 'packages: []\n' } });
  throws(() => runCheck({ features: ['orders'], requireFresh: false }, { machine, root: '/repo' }), {
    code: 'workspace/unknown-feature',
    fix: 'The features are: none yet. Name none to take all.',
  });
});

test('what could not be read of the workspace is told with the features that it bears on', () => {
  const broken = { '../payments/package.json': '{', '../payments/src/feature.manifest.ts': feature['src/feature.manifest.ts'].replaceAll('orders', 'payments') };
  const machine = fakeMachine({ files: { ...files({ 'coverage/lcov.info': covered, ...broken }), 'packages/features/stray/src/bind.ts': '' } });
  const codes = (...features: readonly string[]): readonly string[] =>
    runCheck({ features, requireFresh: false }, { machine, root: '/repo' }).findings.map(({ code, file }) => `${code} ${file}`);
  deepEqual(codes('orders'), []);
  deepEqual(codes('payments'), ['workspace/package-json-invalid packages/features/payments/package.json']);
  deepEqual(codes(), ['workspace/package-json-invalid packages/features/payments/package.json', 'workspace/not-a-package packages/features/stray']);
});
