import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { tscFindings } from './tsc-findings.ts';

const again = 'Make the code and its type agree; pnpm typecheck --filter @repo/shop says it again.';

for (const [what, log, expected] of [
  [
    'plain, as TypeScript 7 prints it to a file',
    `$ tsc -p tsconfig.json
src/bad.ts(3,14): error TS2322: Type 'string' is not assignable to type 'number'.
src/half.test.ts(1,30): error TS2307: Cannot find module 'vitest' or its corresponding type declarations.
[ELIFECYCLE] Command failed with exit code 1.
`,
    [
      ['typescript/TS2322', 'packages/shop/src/bad.ts:3:14', "Type 'string' is not assignable to type 'number'.", again],
      [
        'typescript/TS2307',
        'packages/shop/src/half.test.ts:1:30',
        "Cannot find module 'vitest' or its corresponding type declarations.",
        "Add 'vitest' to dependencies where it is not there yet, and run pnpm install; or correct the import.",
      ],
    ],
  ],
  [
    'with the lines that explain it',
    `../ts.json(1,32): error TS5024: Compiler option 'strict' requires a value of type boolean.
error TS6053: File '/tmp/cg/nix.ts' not found.
  The file is in the program because:
    Part of 'files' list in tsconfig.json`,
    [
      ['typescript/TS5024', 'packages/ts.json:1:32', "Compiler option 'strict' requires a value of type boolean.", again],
      [
        'typescript/TS6053',
        'packages/shop/tsconfig.json:1:1',
        "File '/tmp/cg/nix.ts' not found.\n  The file is in the program because:\n    Part of 'files' list in tsconfig.json",
        again,
      ],
    ],
  ],
  [
    'pretty, as it is printed to a terminal',
    `src/use-cases/place-order.use-case.ts:21:17 - error TS2345: Argument of type 'EventContract<"orders.order-lost.v1">' is not assignable to parameter of type 'never'.

21   await publish(orderLostV1, {});
                   ~~~~~~~~~~~

Found 1 error in src/use-cases/place-order.use-case.ts:21
`,
    [
      [
        'typescript/TS2345',
        'packages/shop/src/use-cases/place-order.use-case.ts:21:17',
        `Argument of type 'EventContract<"orders.order-lost.v1">' is not assignable to parameter of type 'never'.`,
        'Declare orders.order-lost.v1 for this use case in packages/shop/src/feature.manifest.ts, or do without it here.',
      ],
    ],
  ],
  ['nothing', '$ tsc -p tsconfig.json\n', []],
] as const) {
  test(`tsc: ${what}`, () => {
    const found = tscFindings(
      { package: '@repo/shop', folder: 'packages/shop', exitCode: 1, cached: false, logFile: 'x.log', log },
      '/repo',
    );
    deepEqual(
      found.map(({ code, file, line, column, message, fix }) => [code, `${file}:${line}:${column}`, message, fix]),
      expected,
    );
  });
}
