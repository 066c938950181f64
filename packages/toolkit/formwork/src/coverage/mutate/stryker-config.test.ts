import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { strykerConfig } from './stryker-config.ts';
import { workFolder } from './work-folder.ts';

const work = workFolder('packages/features/fees', { machine: fakeMachine(), root: '/repo' });

test('everything that Stryker writes goes to the work folder, and nothing to anybody else', () => {
  const top = '/repo/.formwork/mutate-4711';
  deepEqual(strykerConfig(new Map([['src/fee.ts', null]]), '/repo/packages/features/fees', '/repo/runner.js', work), {
    testRunner: 'vitest',
    plugins: ['/repo/runner.js'],
    vitest: { related: false },
    mutate: ['/repo/packages/features/fees/src/fee.ts'],
    coverageAnalysis: 'perTest',
    checkers: [],
    disableTypeChecks: false,
    tsconfigFile: `${top}/none.json`,
    ignorePatterns: ['/coverage', '/.turbo'],
    reporters: ['json'],
    jsonReporter: { fileName: `${top}/report.json` },
    incremental: true,
    incrementalFile: `${top}/kept.json`,
    tempDirName: top,
    cleanTempDir: 'always',
    timeoutMS: 60_000,
    allowConsoleColors: false,
    fileLogLevel: 'off',
    logLevel: 'warn',
    warnings: { slow: false },
  });
});

for (const [what, scope, folder, expected] of [
  [
    'lines',
    new Map([
      [
        'a.ts',
        [
          { lines: { from: 1, to: 2 }, within: { from: 1, to: 2 } },
          { lines: { from: 7, to: 7 }, within: { from: 7, to: 7 } },
          { lines: { from: 7, to: 7 }, within: { from: 5, to: 9 } },
          { lines: { from: 8, to: 8 }, within: { from: 6, to: 8 } },
        ],
      ],
      ['b.ts', null],
    ]),
    '/a',
    ['/a/a.ts:1-2', '/a/a.ts:5-9', '/a/b.ts'],
  ],
  ['names that look like patterns', new Map([['[odd]*.ts', [{ lines: { from: 3, to: 3 }, within: { from: 3, to: 3 } }]]]), '/a (1)', ['/a [(]1[)]/[[]odd[]][*].ts:3-3']],
] as const) {
  test(`what is mutated: ${what}`, () => {
    deepEqual(strykerConfig(scope, folder, '/runner.js', work)['mutate'], expected);
  });
}
