import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Report } from '../../report/report.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { coverageAggregateGate } from '../coverage-aggregate/index.ts';
import type { GateContext, Tested } from '../gate.ts';
import { testGate } from '../test/index.ts';
import { drawContext } from '../testing/draw-context.ts';
import { coverageCheckGate } from './index.ts';

const covered = 'SF:src/entities/a.ts\nDA:1,1\nend_of_record\n';
const uncovered = covered.replace('DA:1,1', 'DA:1,0');
const missedLine = 'ERROR: Coverage for lines (0%) does not meet "src/entities/**" threshold (100%)\n';
const passed = { numPassedTests: 1, numFailedTests: 0, testResults: [] };
const failed = {
  numPassedTests: 0,
  numFailedTests: 1,
  testResults: [{ name: 'a.test.ts', assertionResults: [{ fullName: 'a', status: 'failed', failureMessages: ['Error: bad'] }] }],
};

type Drawn = {
  /** What the runner printed, and how it ended. */
  readonly run?: { readonly exitCode: number; readonly log?: string };
  readonly result?: object;
  /** What it left; null for nothing. */
  readonly lcov?: string | null;
  /** Whether the package has a manifest. */
  readonly isFeature?: boolean;
  readonly gates?: GateContext['gates'];
  /** What lies there in another feature, which the tests did not run for. */
  readonly other?: string;
  /** Whether a folder lies among the features that is no package. */
  readonly isStrayThere?: boolean;
};

const all = ['test', 'coverage:check', 'coverage:aggregate'] as const;

/** What the test gate, `coverage:check` and `coverage:aggregate` say in one run, as far as they are among the gates. */
async function verdict({
  run = { exitCode: 0 },
  result = passed,
  lcov = covered,
  isFeature = true,
  gates = all,
  other,
  isStrayThere = false,
}: Drawn): Promise<readonly string[]> {
  const manifest = (name: string): string => `export const m = defineFeature({ name: '${name}', useCases: {} });\n`;
  const drawn = drawContext(
    { a: run },
    {
      task: 'test',
      files: {
        'pnpm-workspace.yaml': 'packages: [packages/*]\n',
        'formwork.json': JSON.stringify({ roots: { features: isFeature ? 'packages' : 'packages/features' } }),
        'packages/a/package.json': '{ "name": "@repo/a", "scripts": { "test": "vitest run" } }',
        'packages/a/src/feature.manifest.ts': manifest('a'),
        'packages/a/src/entities/a.ts': 'a();\n',
        ...(isStrayThere ? { 'packages/stray/src/bind.ts': '' } : {}),
        ...(lcov === null ? {} : { 'packages/a/coverage/lcov.info': lcov }),
        ...(other === undefined
          ? {}
          : {
              'packages/b/package.json': '{ "name": "@repo/b", "scripts": { "test": "vitest run" } }',
              'packages/b/src/feature.manifest.ts': manifest('b'),
              'packages/b/coverage/lcov.info': other,
            }),
      },
    },
  );
  const machine: GateContext['machine'] = {
    ...drawn.machine,
    run: (...asked) => {
      drawn.machine.files.write('/repo/packages/a/test-result.json', JSON.stringify(result));
      return drawn.machine.run(...asked);
    },
  };
  const workspace = readWorkspace('/repo', machine);
  const context: GateContext = { ...drawn, machine, workspace, gates };
  const testing = gates.includes('test') ? await testGate.run(context) : null;
  const tested = async (): Promise<Tested | null> => testing && { status: testing.status, packages: testing.packages };
  const ran: readonly (Report | null)[] = [
    testing,
    gates.includes('coverage:check') ? await coverageCheckGate.run({ ...context, tested }) : null,
    gates.includes('coverage:aggregate') ? await coverageAggregateGate.run({ ...context, tested }) : null,
  ];
  return ran.flatMap((said) => {
    if (said === null) return [];
    const note = said.gate === 'coverage:check' ? (said.note ?? '').replace(/freshness unknown for \d reports?/, '') : '';
    return [[said.gate, said.status, ...said.findings.map(({ code, file }) => `${code} ${file}`), note].join(' ').trim()];
  });
}

const manifest = 'packages/a/src/feature.manifest.ts';
const rows: Readonly<Record<string, readonly [Drawn, readonly string[]]>> = {
  'all bands are met': [{}, ['test pass', 'coverage:check pass', 'coverage:aggregate pass']],
  'a band that vitest finds missed is told once, with the files': [
    { run: { exitCode: 1, log: missedLine }, lcov: uncovered },
    ['test pass', `coverage:check fail coverage/below-band ${manifest} coverage/below-band ${manifest}`, 'coverage:aggregate pass'],
  ],
  'without coverage:check, the test gate tells it': [
    { run: { exitCode: 1, log: missedLine }, lcov: uncovered, gates: ['test', 'coverage:aggregate'] },
    [`test fail test/below-band ${manifest}`, 'coverage:aggregate pass'],
  ],
  'of a package that is no feature, the test gate tells it': [
    { run: { exitCode: 1, log: missedLine }, lcov: uncovered, isFeature: false },
    [`test fail test/below-band ${manifest}`, 'coverage:check pass no feature to judge', 'coverage:aggregate pass'],
  ],
  'what vitest finds missed and the manifest does not know of is told all the same': [
    { run: { exitCode: 1, log: missedLine } },
    ['test pass', `coverage:check fail test/below-band ${manifest}`, 'coverage:aggregate pass'],
  ],
  'what failed tests left is not judged, and its bands are told by the test gate': [
    { run: { exitCode: 1, log: missedLine }, result: failed, lcov: uncovered },
    [
      `test fail test/failed-test packages/a/a.test.ts test/below-band ${manifest}`,
      'coverage:check pass no feature to judge; not judged, as their tests failed: @repo/a',
      'coverage:aggregate pass',
    ],
  ],
  'a runner that met its own bands, or has none': [
    { lcov: uncovered },
    ['test pass', `coverage:check fail coverage/below-band ${manifest} coverage/below-band ${manifest}`, 'coverage:aggregate pass'],
  ],
  'no report is told once': [
    { lcov: null },
    ['test pass', 'coverage:check error coverage/no-report packages/a/package.json', 'coverage:aggregate error'],
  ],
  'without coverage:check, coverage:aggregate tells it': [
    { lcov: null, gates: ['test', 'coverage:aggregate'] },
    ['test pass', 'coverage:aggregate error coverage/no-report packages/a/package.json'],
  ],
  'a feature whose tests did not run is not judged': [
    { other: 'SF:src/b.ts\nDA:1,0\nend_of_record\n' },
    ['test pass', 'coverage:check pass', 'coverage:aggregate pass'],
  ],
  'without the test gate, what lies there is taken as it is': [
    { other: 'SF:src/b.ts\nDA:1,0\nend_of_record\n', gates: ['coverage:check'] },
    ['coverage:check fail coverage/below-band packages/b/src/feature.manifest.ts'],
  ],
  'without conformance, what could not be read is told': [
    { isStrayThere: true, gates: ['coverage:check'] },
    ['coverage:check fail workspace/not-a-package packages/stray'],
  ],
  'with it, conformance tells it': [{ isStrayThere: true, gates: ['conformance', 'coverage:check'] }, ['coverage:check pass']],
};

for (const [what, [drawn, expected]] of Object.entries(rows)) {
  test(`gates together: ${what}`, async () => deepEqual(await verdict(drawn), expected));
}
