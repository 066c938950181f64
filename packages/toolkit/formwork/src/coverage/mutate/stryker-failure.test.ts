import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { strykerFailure } from './stryker-failure.ts';

const failing = `01:21:37 (32089) WARN ProjectReader Something else
01:21:39 (32089) ERROR DryRunExecutor One or more tests failed in the initial test run:
	asks for 100
		expected 0 to be 100
	    at src/fee.test.ts:3:1
01:21:39 (32089) ERROR Stryker There were failed tests in the initial test run.
`;
const loading = `01:21:39 (32089) ERROR DryRunExecutor One or more tests resulted in an error:
	An error occurred outside of a test run: /repo/src/fee.test.ts: Cannot find module './fee.ts'

01:21:39 (32089) ERROR Stryker Unexpected error occurred while running Stryker Error: Something went wrong in the initial test run
    at DryRunExecutor.validateResultCompleted (file:///repo/node_modules/x.js:76:15)
`;
const trace = `file:///x.js:3
Error: There were failed tests in the initial test run.
    at file:///x.js:3:1
`;

for (const [what, printed, expected] of [
  [
    'tests that fail',
    { stdout: failing, stderr: trace },
    {
      code: 'mutation/tests-fail',
      message:
        'The tests of fees do not pass without any mutant, so they say nothing about mutants: ' +
        'One or more tests failed in the initial test run:\n  asks for 100\n    expected 0 to be 100',
      fix: 'Make them pass first: pnpm test --filter @repo/fees',
    },
  ],
  [
    'tests that cannot be loaded, in colours',
    { stdout: loading.replace('ERROR', '\u001B[91mERROR\u001B[39m'), stderr: '' },
    {
      code: 'mutation/tests-fail',
      message:
        'The tests of fees do not pass without any mutant, so they say nothing about mutants: One or more tests resulted in an error:\n' +
        "  An error occurred outside of a test run: /repo/src/fee.test.ts: Cannot find module './fee.ts'",
      fix: 'Make them pass first: pnpm test --filter @repo/fees',
    },
  ],
  [
    'no tests',
    { stdout: '01:21:39 (1) ERROR Stryker No tests were executed. Stryker will exit prematurely.\n', stderr: trace },
    {
      code: 'mutation/no-tests',
      message: 'vitest finds no test in packages/features/fees, so nothing can notice a mutant of fees.',
      fix: 'Write tests beside its entities and use cases, and see that they are found: pnpm test --filter @repo/fees',
    },
  ],
  [
    'a setting that Stryker refuses',
    {
      stdout: '01:21:39 (1) ERROR OptionsValidator Config option "x" is unknown.\n01:21:39 (1) FATAL Stryker Wrong.\n    at x',
      stderr: trace,
    },
    {
      code: 'mutation/failed',
      message: 'Stryker could not mutate fees (exit code 1): Config option "x" is unknown.\nWrong.',
      fix: 'See whether its tests run at all: pnpm test --filter @repo/fees',
    },
  ],
  [
    'anything else, shortened',
    { stdout: 'node: bad option\n\n', stderr: 'x'.repeat(3000) },
    {
      code: 'mutation/failed',
      message: `Stryker could not mutate fees (exit code 1): node: bad option\n${'x'.repeat(2000 - 17)}`,
      fix: 'See whether its tests run at all: pnpm test --filter @repo/fees',
    },
  ],
] as const) {
  test(`why there are no results: ${what}`, () => {
    const { code, message, fix, file } = strykerFailure(
      { exitCode: 1, ...printed },
      { feature: 'fees', package: '@repo/fees', folder: 'packages/features/fees' },
    );
    deepEqual({ code, message, fix, file }, { ...expected, file: 'packages/features/fees' });
  });
}
