import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { drawContext } from '../testing/draw-context.ts';
import { testGate } from './index.ts';

/** As vitest 5.1.0 left it for a suite with two failures and a pending draft, cut to what differs. */
const vitests = {
  numTotalTests: 3,
  numPassedTests: 1,
  numFailedTests: 2,
  success: false,
  testResults: [
    {
      assertionResults: [
        {
          ancestorTitles: ['half'],
          fullName: 'half of four',
          status: 'failed',
          title: 'of four',
          failureMessages: [
            'AssertionError: expected 2 to be 3 // Object.is equality\n    at /another/checkout/packages/a/src/half.test.ts:4:41\n    at file:///repo/node_modules/.pnpm/vitest@5.1.0_@vitest+coverage-v8@5.1.0/node_modules/vitest/dist/chunks/run.CjdgFZiW.js:1632:35\n    at new Promise (<anonymous>)',
          ],
        },
        {
          fullName: 'half throws',
          status: 'failed',
          failureMessages: [
            'Error: boom\nsecond line\n    at half (/another/checkout/packages/a/src/half.ts:2:9)\n    at /another/checkout/packages/a/src/half.test.ts:5:32',
          ],
        },
        { fullName: 'half is pending', status: 'passed', failureMessages: [] },
      ],
      status: 'failed',
      message: '',
      name: '/another/checkout/packages/a/src/half.test.ts',
    },
    { assertionResults: [], status: 'passed', message: '', name: '/another/checkout/packages/a/src/empty.test.ts' },
  ],
  coverageMap: {},
};

/** A file that could not be loaded counts as no failed test. */
const broken = {
  numPassedTests: 1,
  numFailedTests: 0,
  testResults: [
    {
      assertionResults: [],
      status: 'failed',
      message: "Cannot find module './missing.ts' imported from /repo/packages/a/src/broken.test.ts",
      name: '/repo/packages/a/src/broken.test.ts',
    },
    {
      assertionResults: [],
      status: 'failed',
      message: 'Transform failed with 1 error:\n\n\u001b[31m[PARSE_ERROR] \u001b[0mUnexpected token',
      name: '/repo/packages/a/src/syntax.test.ts',
    },
  ],
};

/** As our own door to `node --test` leaves it. */
const nodes = {
  numPassedTests: 0,
  numFailedTests: 2,
  testResults: [
    {
      name: 'half.test.mjs',
      assertionResults: [
        {
          title: 'of five',
          fullName: 'of five',
          status: 'failed',
          location: { line: 7, column: 3 },
          failureMessages: [
            'AssertionError [ERR_ASSERTION]: 2.5 !== 2\n    at TestContext.<anonymous> (file:///repo/packages/a/half.test.mjs:8:42)',
          ],
        },
        {
          title: 'throws words',
          fullName: 'throws words',
          status: 'failed',
          location: { line: 12, column: 1 },
          failureMessages: ['words'],
        },
      ],
    },
  ],
};

const bands = `ERROR: Coverage for lines (75%) does not meet global threshold (80%)
ERROR: Coverage for branches (50%) does not meet "src/entities/**" threshold (100%)
ERROR: Coverage for functions (0%) does not meet "src/**" threshold (100%) for src/a.ts
[ELIFECYCLE] Test failed. See above for more details.
`;

type Row = {
  readonly result: unknown;
  readonly exitCode?: number;
  readonly log?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly status: string;
  readonly tests: number;
  readonly trusted: boolean;
};

const rows: Readonly<Record<string, Row>> = {
  'all pass': {
    result: { numPassedTests: 2, numFailedTests: 0, testResults: [] },
    exitCode: 0,
    says: [],
    status: 'pass',
    tests: 2,
    trusted: true,
  },
  "vitest's failures, at the line in the test": {
    result: vitests,
    says: [
      'test/failed-test packages/a/src/half.test.ts:4:41 half of four: AssertionError: expected 2 to be 3 // Object.is equality',
      'test/failed-test packages/a/src/half.test.ts:5:32 half throws: Error: boom\nsecond line',
    ],
    status: 'fail',
    tests: 3,
    trusted: false,
  },
  'files that could not be loaded': {
    result: broken,
    says: [
      "test/failed-test packages/a/src/broken.test.ts:1:1 packages/a/src/broken.test.ts: Cannot find module './missing.ts' imported from /repo/packages/a/src/broken.test.ts",
      'test/failed-test packages/a/src/syntax.test.ts:1:1 packages/a/src/syntax.test.ts: Transform failed with 1 error:\n\n[PARSE_ERROR] Unexpected token',
    ],
    status: 'fail',
    tests: 1,
    trusted: false,
  },
  'failures of node --test, at the line that failed or where the test begins': {
    result: nodes,
    says: [
      'test/failed-test packages/a/half.test.mjs:8:42 of five: AssertionError [ERR_ASSERTION]: 2.5 !== 2',
      'test/failed-test packages/a/half.test.mjs:12:1 throws words: words',
    ],
    status: 'fail',
    tests: 2,
    trusted: false,
  },
  'a failure that says nothing': {
    result: {
      numPassedTests: 0,
      numFailedTests: 1,
      testResults: [{ name: 'mute.test.ts', assertionResults: [{ fullName: 'is mute', status: 'failed', failureMessages: null }] }],
    },
    says: ['test/failed-test packages/a/mute.test.ts:1:1 is mute'],
    status: 'fail',
    tests: 1,
    trusted: false,
  },
  'bands that are missed, at the manifest that states them': {
    result: { numPassedTests: 2, numFailedTests: 0, testResults: [] },
    log: bands,
    files: { 'packages/a/src/feature.manifest.ts': '', 'packages/a/vitest.config.ts': '' },
    says: [
      'test/below-band packages/a/src/feature.manifest.ts:1:1 Tests cover 0 % of the functions of src/a.ts in @repo/a, and the band asks for 100 %.',
      'test/below-band packages/a/src/feature.manifest.ts:1:1 Tests cover 50 % of the branches of src/entities/** in @repo/a, and the band asks for 100 %.',
      'test/below-band packages/a/src/feature.manifest.ts:1:1 Tests cover 75 % of the lines of the whole package in @repo/a, and the band asks for 80 %.',
    ],
    status: 'fail',
    tests: 2,
    trusted: true,
  },
  'a band that nobody states': {
    result: { numPassedTests: 2, numFailedTests: 0, testResults: [] },
    log: bands.split('\n')[0] ?? '',
    says: [
      'test/below-band packages/a/package.json:1:1 Tests cover 75 % of the lines of the whole package in @repo/a, and the band asks for 80 %.',
    ],
    status: 'fail',
    tests: 2,
    trusted: true,
  },
  'a runner that crashed after its tests': {
    result: { numPassedTests: 2, numFailedTests: 0, testResults: [] },
    log: '$ vitest run\nFATAL ERROR: out of memory\n',
    says: ['test/failed packages/a/package.json:1:1 The test script of @repo/a failed with exit code 1:\nFATAL ERROR: out of memory'],
    status: 'fail',
    tests: 2,
    trusted: false,
  },
  'no result': {
    result: null,
    exitCode: 0,
    says: ['test/no-result packages/a/package.json:1:1 The test script of @repo/a left no test-result.json.'],
    status: 'error',
    tests: 0,
    trusted: true,
  },
  'a result that is none': {
    result: { tests: 1 },
    says: ['test/no-result packages/a/test-result.json:1:1 What @repo/a left in packages/a/test-result.json is no test result.'],
    status: 'error',
    tests: 0,
    trusted: false,
  },
  'a result that breaks off': {
    result: '{ "numPassed',
    says: ['test/no-result packages/a/test-result.json:1:1 What @repo/a left in packages/a/test-result.json is no test result.'],
    status: 'error',
    tests: 0,
    trusted: false,
  },
};

for (const [what, { result, exitCode = 1, log = '', files = {}, says, status, tests, trusted }] of Object.entries(rows)) {
  test(`test gate: ${what}`, async () => {
    const drawn = drawContext(
      { a: { exitCode, log } },
      { task: 'test', files: { ...files, 'packages/a/test-result.json': 'from an earlier run' } },
    );
    const { machine } = drawn;
    const context = {
      ...drawn,
      machine: {
        ...machine,
        run: (...asked: Parameters<typeof machine.run>) => {
          if (result !== null)
            machine.files.write('/repo/packages/a/test-result.json', typeof result === 'string' ? result : JSON.stringify(result));
          return machine.run(...asked);
        },
      },
    };
    const said = await testGate.run(context);
    deepEqual(
      {
        says: said.findings.map(({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`),
        status: said.status,
        tests: said.inspected['tests'],
        trusted: said.packages[0]?.trusted,
      },
      { says, status, tests, trusted },
    );
  });
}
