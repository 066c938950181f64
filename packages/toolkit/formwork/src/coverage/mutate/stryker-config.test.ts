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
          { from: 1, to: 2 },
          { from: 7, to: 7 },
        ],
      ],
      ['b.ts', null],
    ]),
    '/a',
    ['/a/a.ts:1-2', '/a/a.ts:7-7', '/a/b.ts'],
  ],
  ['names that look like patterns', new Map([['[odd]*.ts', [{ from: 3, to: 3 }]]]), '/a (1)', ['/a [(]1[)]/[[]odd[]][*].ts:3-3']],
] as const) {
  test(`what is mutated: ${what}`, () => {
    deepEqual(strykerConfig(scope, folder, '/runner.js', work)['mutate'], expected);
  });
}
