import { deepEqual } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });
const rooms = 'packages/toolkit/formwork/src';

/** What the repository's own config says of a text, were it in that file. */
async function told(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${root}${file}` });
  return result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? ['ignored'];
}

for (const [file, code, message] of [
  [
    `${rooms}/report/planted.ts`,
    "import '../workspace/model.ts';",
    "report may not import workspace ('../workspace/model.ts'). It is the ground that every room stands on. " +
      'Hand in what it needs, or move it to the room that needs it.',
  ],
  [
    `${rooms}/edits/planted.ts`,
    "import '../workspace/model.ts';",
    "edits may not import workspace ('../workspace/model.ts'). It writes whatever it is told, and knows of no " +
      'repository. Hand in what it needs as data.',
  ],
  [
    `${rooms}/workspace/deep/planted.ts`,
    "await import('../../generators/kind.ts');",
    "workspace may not import generators ('../../generators/kind.ts'). It says what there is, not what to think of it. " +
      'Move the judgement up.',
  ],
  [
    `${rooms}/conformance/planted.ts`,
    "import '../coverage/lcov.ts';",
    "conformance may not import coverage ('../coverage/lcov.ts'). The rooms of a floor do not know each other. " +
      'Move what both need down to workspace.',
  ],
  [
    `${rooms}/gates/planted.ts`,
    "import '../cli/main.ts';",
    "gates may not import cli ('../cli/main.ts'). A gate is run by a command, and by tests without one. Hand in " +
      'what the command line said.',
  ],
  [
    `${rooms}/cli/planted.ts`,
    "import '@repo/orders';",
    "cli may not import a feature ('@repo/orders'). Features are read, never run. Read what is needed in workspace.",
  ],
  [
    'eslint-rules/planted/index.ts',
    "import '../../packages/toolkit/formwork/src/gates/gate.ts';",
    "eslint-rules may not import gates ('../../packages/toolkit/formwork/src/gates/gate.ts'). A rule sees one file and its manifest. " +
      'Move what it shares with others down to workspace.',
  ],
  [
    'packages/toolkit/feature/src/planted.ts',
    "import 'formwork/workspace/model';",
    "@formwork/feature may not import workspace ('formwork/workspace/model'). It is in every feature, and carries nothing but its words. " +
      'Keep what reads or writes repositories in formwork.',
  ],
  [
    'packages/core/events/src/planted.ts',
    "import '@repo/orders-contracts/events/order-placed.v1';",
    "a core may not import a contracts package ('@repo/orders-contracts/events/order-placed.v1'). It stands behind a port. " +
      'Hand in what it needs.',
  ],
  [
    'packages/contracts/orders/src/planted.ts',
    "import '../../../features/orders/src/entities/order.entity.ts';",
    "a contracts package may not import a feature ('../../../features/orders/src/entities/order.entity.ts'). " +
      'It says what features may know of each other, and knows none of them. Write the schema out here.',
  ],
  [
    'packages/features/orders/src/planted.ts',
    "import '@repo/payments';",
    "a feature may not import a feature ('@repo/payments'). Features hear each other through contracts. Publish an " +
      'event there and consume it here.',
  ],
  [
    'packages/features/orders/src/planted.ts',
    "import '../../../../apps/reference/src/compose.ts';",
    "a feature may not import an app ('../../../../apps/reference/src/compose.ts'). Features hear each other through contracts. " +
      'Publish an event there and consume it here.',
  ],
  [
    'apps/reference/src/planted.ts',
    "import 'formwork/workspace/model';",
    "an app may not import workspace ('formwork/workspace/model'). It composes what features export. Add what it needs to one of them.",
  ],
] as const) {
  test(`${file}: ${code} is refused`, async () => deepEqual(await told(file, code), [`conformance/boundaries: ${message}`]));
}

for (const [file, code] of [
  [`${rooms}/workspace/planted.ts`, "import '../report/finding.ts'; import 'oxc-parser';"],
  [`${rooms}/gates/planted.ts`, "import '../conformance/judge.ts'; import '../generators/kind.ts'; import './here.ts';"],
  [`${rooms}/cli/commands/planted/index.ts`, "await import('../../../gates/run-gates.ts');"],
  ['eslint-rules/planted/index.ts', "import 'formwork/workspace/model'; import 'eslint';"],
  [
    'packages/features/orders/src/planted.ts',
    "import '@repo/payments-contracts/events/x.v1'; import '@repo/core-events'; import '@formwork/feature'; import 'zod';",
  ],
  ['apps/reference/src/planted.ts', "import '@repo/orders';"],
  ['packages/toolkit/feature/src/type-tests/planted.ts', 'export const planted = 1 as any;'],
  ['packages/toolkit/formwork/dist/planted.js', 'var planted = 1 == 2;'],
] as const) {
  test(`${file}: ${code} passes, or is not looked at`, async () => {
    const found = await told(file, code);
    deepEqual(
      found.filter((line) => line !== 'ignored' && !line.startsWith('null: File ignored')),
      [],
    );
  });
}

for (const [what, file, code, rule] of [
  ['any', `${rooms}/edits/planted.ts`, 'export const planted: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['as', `${rooms}/edits/planted.ts`, 'export const planted = 1 as unknown;', '@typescript-eslint/consistent-type-assertions'],
  ['the disk', `${rooms}/edits/planted.ts`, "import 'node:fs';", 'no-restricted-imports'],
  ['the process', `${rooms}/edits/planted.ts`, 'export const planted = process.env;', 'no-restricted-globals'],
  ['an unused excuse', `${rooms}/edits/planted.ts`, '// eslint-disable-next-line no-var -- planted\nexport const planted = 1;', 'null'],
  [
    'a manifest that has to be run',
    'packages/features/orders/src/feature.manifest.ts',
    'export const m = defineFeature(read());',
    'conformance/manifest-is-literal',
  ],
  [
    'a contract by another name',
    'packages/contracts/orders/src/events/planted.v1.event.ts',
    'export const other = 1;',
    'conformance/contract-is-named',
  ],
  ['an unknown name in a script', 'scripts/planted.mjs', 'planted();', 'no-undef'],
] as const) {
  test(`${what} is told by ${rule}`, async () => {
    deepEqual(
      (await told(file, code)).map((line) => line.split(': ', 1).join()),
      [rule],
    );
  });
}

test('a script may use what Node knows', async () => {
  deepEqual(await told('scripts/planted.mjs', 'console.log(process.argv, new URL(import.meta.url));'), []);
});
