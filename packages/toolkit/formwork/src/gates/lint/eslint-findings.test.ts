import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { eslintFindings } from './eslint-findings.ts';

const recorded = `$ eslint .

/repo/packages/shop/src/bad.ts
  1:7  error    'unused' is assigned a value but never used  no-unused-vars
  2:1  warning  Unexpected console statement                 no-console

/another/checkout/packages/shop/src/syntax.ts
  1:10  error  Parsing error: Expression expected

/repo/packages/shop/src/use-cases/place-order.use-case.ts
  12:3   error  placeOrder publishes 'orders.order-lost.v1', which it does not declare. Add 'orders.order-lost.v1' to publishes of placeOrder in src/feature.manifest.ts, or do not publish it  conformance/effect-is-declared
  14:11  error  A message
of two lines  @scope/rule
  15:1   error  It has no next step  conformance/short

✖ 6 problems (5 errors, 1 warning)
  1 error and 0 warnings potentially fixable with the \`--fix\` option.

[ELIFECYCLE] Command failed with exit code 1.
`;

test('what ESLint prints in its usual form becomes findings, with the next step of our own rules', () => {
  const found = eslintFindings(
    { package: '@repo/shop', folder: 'packages/shop', exitCode: 1, cached: false, logFile: 'x.log', log: recorded },
    '/repo',
  );
  deepEqual(
    found.map(({ severity, code, file, line, column, message, fix }) => [severity, code, `${file}:${line}:${column}`, message, fix]),
    [
      [
        'error',
        'eslint/no-unused-vars',
        'packages/shop/src/bad.ts:1:7',
        "'unused' is assigned a value but never used",
        'Change the code so that no-unused-vars holds; pnpm lint --filter @repo/shop says it again.',
      ],
      [
        'warning',
        'eslint/no-console',
        'packages/shop/src/bad.ts:2:1',
        'Unexpected console statement',
        'Change the code so that no-console holds; pnpm lint --filter @repo/shop says it again.',
      ],
      [
        'error',
        'eslint/no-rule',
        'packages/shop/src/syntax.ts:1:10',
        'Parsing error: Expression expected',
        'Correct the file so that ESLint can read it; pnpm lint --filter @repo/shop says it again.',
      ],
      [
        'error',
        'conformance/effect-is-declared',
        'packages/shop/src/use-cases/place-order.use-case.ts:12:3',
        "placeOrder publishes 'orders.order-lost.v1', which it does not declare.",
        "Add 'orders.order-lost.v1' to publishes of placeOrder in src/feature.manifest.ts, or do not publish it.",
      ],
      [
        'error',
        'eslint/@scope/rule',
        'packages/shop/src/use-cases/place-order.use-case.ts:14:11',
        'A message\nof two lines',
        'Change the code so that @scope/rule holds; pnpm lint --filter @repo/shop says it again.',
      ],
      ['error', 'conformance/short', 'packages/shop/src/use-cases/place-order.use-case.ts:15:1', 'It has no next step', 'See the rule.'],
    ],
  );
});

test('a crash of ESLint is no finding here', () => {
  const log =
    '$ eslint .\n\nOops! Something went wrong! :(\n\nESLint: 10.15.0\n\nError: Could not find config file.\n    at file (/repo/node_modules/eslint/lib/x.js:329:11)\n';
  deepEqual(
    eslintFindings({ package: '@repo/shop', folder: 'packages/shop', exitCode: 2, cached: false, logFile: 'x.log', log }, '/repo'),
    [],
  );
});
