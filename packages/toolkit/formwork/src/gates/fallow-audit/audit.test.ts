import { deepEqual, match, rejects } from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { gitRepository } from '../../coverage/testing/git-repository.ts';
import { fakeMachine } from '../../report/fake-machine.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Report } from '../../report/report.ts';
import { audit } from './audit.ts';
import { fallowAuditGate } from './index.ts';
import { drawContext } from '../testing/draw-context.ts';

const fallow = fileURLToPath(new URL('../../../../../../node_modules/.bin/fallow', import.meta.url));

const shop = {
  '.gitignore': 'node_modules\n.fallow\n',
  '.fallowrc.json': '{ "entry": ["src/main.ts"] }\n',
  'package.json': '{ "name": "shop", "private": true, "type": "module" }\n',
  'src/main.ts': "import { used } from './a.ts';\nused();\n",
  'src/a.ts': 'export const used = (): number => 1;\nexport const old = 1;\n',
};

/** What fallow itself says of the shop after these changes. */
async function audited(changes: Readonly<Record<string, string>>): Promise<Report> {
  const { root, write, git } = gitRepository(shop);
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(fallow, join(root, 'node_modules/.bin/fallow'));
  write(changes);
  const commit = git('rev-parse', 'HEAD');
  const real = nodeMachine();
  // What fallow keeps for the next time is gone with the repository.
  const run: typeof real.run = (argv, how) => real.run(argv, { ...how, env: { TMPDIR: join(root, 'node_modules') } });
  return audit({ commit, commits: [commit], source: 'HEAD' }, { machine: { ...real, run }, root });
}

test('an unused export that was planted in a changed file is refused; one that stood there before is a warning', async () => {
  const said = await audited({ 'src/a.ts': 'export const used = (): number => 1;\nexport const old = 1;\nexport const planted = 2;\n' });
  deepEqual([said.gate, said.status, said.inspected, said.note], ['fallow:audit', 'fail', { files: 1 }, null]);
  deepEqual(
    said.findings.map(({ severity, code, file, line, column, message, fix }) => [
      severity,
      code,
      `${file}:${line}:${column}`,
      message,
      fix,
    ]),
    [
      [
        'warning',
        'fallow/unused-export',
        'src/a.ts:2:14',
        'src/a.ts exports old, and nothing imports it.',
        'Remove the unused export from the public API.',
      ],
      [
        'error',
        'fallow/unused-export',
        'src/a.ts:3:14',
        'src/a.ts exports planted, and nothing imports it.',
        'Remove the unused export from the public API.',
      ],
    ],
  );
});

test('each kind is told in words, at its place', async () => {
  const turns = Array.from(
    { length: 25 },
    (_, index) => `  if (a > ${index} && a < ${index}) { for (const b of [a]) { if (b) { return ${index}; } } }\n`,
  ).join('');
  const twice = Array.from({ length: 30 }, (_, index) => `  total += xs[${index}]! * ${index} + Math.max(total, ${index * 7});\n`).join('');
  const said = await audited({
    'src/main.ts':
      "import { used } from './a.ts';\nimport x from 'not-listed';\nimport './gone.ts';\nimport { one } from './one.ts';\nimport { tangled, sum } from './tangled.ts';\nimport { sum as other } from './twice.ts';\nused(x, one, tangled, sum, other);\n",
    'src/dead.ts': 'export const dead = 1;\n',
    'src/one.ts': "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
    'src/two.ts': "import { one } from './one.ts';\nexport const two = (): unknown => one;\nexport type Unused = 1;\n",
    'src/tangled.ts': `export function tangled(a: number): number {\n${turns}  return 0;\n}\nexport function sum(xs: number[]): number {\n  let total = 0;\n${twice}  return total;\n}\n`,
    'src/twice.ts': `export function sum(xs: number[]): number {\n  let total = 0;\n${twice}  return total;\n}\n`,
    'package.json': '{ "name": "shop", "private": true, "type": "module", "dependencies": { "unlinked": "1.0.0" } }\n',
  });
  const told = said.findings.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);
  for (const expected of [
    'fallow/unused-file src/dead.ts:1 No entry point reaches src/dead.ts.',
    'fallow/unlisted-dependency src/main.ts:2 src/main.ts imports not-listed, which its package.json does not list.',
    'fallow/unresolved-import src/main.ts:3 src/main.ts imports ./gone.ts, which leads nowhere.',
    'fallow/circular-dependency src/one.ts:1 src/one.ts → src/two.ts → src/one.ts import one another in a circle.',
    'fallow/unused-type src/two.ts:3 src/two.ts exports Unused, and nothing imports it.',
    'fallow/unused-dependency package.json:1 package.json lists unlinked, and nothing imports it.',
  ])
    deepEqual(
      told.filter((line) => line === expected),
      [expected],
      told.join('\n'),
    );
  match(
    told.join('\n'),
    /^fallow\/complexity src\/tangled\.ts:1 tangled takes too many turns to follow: cyclomatic complexity \d+, cognitive complexity \d+\.$/m,
  );
  match(told.join('\n'), /^fallow\/code-duplication src\/t\w+\.ts:\d+ \d+ lines of src\/t\w+\.ts stand in src\/t\w+\.ts too\.$/m);
  deepEqual(said.status, 'fail');
});

test('nothing has changed: a pass, with a note', async () => {
  const said = await audited({});
  deepEqual([said.status, said.inspected, said.note, said.findings], ['pass', { files: 0 }, 'nothing has changed since HEAD', []]);
});

/** The audit where fallow ends like this. */
function ended(exitCode: number, stdout: string, stderr = ''): Promise<Report> {
  const machine = fakeMachine({
    files: { 'node_modules/.bin/fallow': '' },
    processes: [{ argv: ['/repo/node_modules/.bin/fallow'], ends: { exitCode, stdout, stderr } }],
  });
  return audit({ commit: 'abc', commits: ['abc'], source: 'main' }, { machine, root: '/repo' });
}

test('what fallow may say one day is told by the name of its kind; a verdict without a reason is a finding', async () => {
  const one = {
    finding_id: 'dc1:new-kind:1',
    parent_name: 'Shop',
    member_name: 'open',
    locations: [{ path: 'src/a.ts', line: 4, col: 2 }],
  };
  const said = await ended(
    1,
    JSON.stringify({
      verdict: 'fail',
      changed_files_count: 1,
      dead_code: { new_kinds: [one, { finding_id: 'odd', effective_severity: 'warn' }], total: 3 },
    }),
  );
  deepEqual(
    said.findings.map(({ severity, code, file, line, column, message, fix }) => [
      severity,
      code,
      `${file}:${line}:${column}`,
      message,
      fix,
    ]),
    [
      ['warning', 'fallow/finding', '.:1:1', 'finding', 'See fallow audit.'],
      ['error', 'fallow/new-kind', 'src/a.ts:4:3', 'new kind: in Shop: open', 'See fallow audit.'],
    ],
  );
  const untold = await ended(1, JSON.stringify({ verdict: 'fail', changed_files_count: 1 }));
  deepEqual([untold.status, untold.findings.map(({ code }) => code)], ['fail', ['fallow/failed']]);
});

for (const [what, exitCode, stdout, stderr, message] of [
  [
    'it says why',
    2,
    '{"error":true,"message":"could not determine changed files","exit_code":2}',
    '',
    'fallow could not audit (exit code 2): could not determine changed files',
  ],
  ['it says something else', 2, '', 'thread main panicked', 'fallow could not audit (exit code 2): thread main panicked'],
  ['it says what cannot be read', 0, '{"verdict":1}', '', 'fallow could not audit (exit code 0): {"verdict":1}'],
] as const) {
  test(`fallow/failed: ${what}`, () => rejects(ended(exitCode, stdout, stderr), { code: 'fallow/failed', message }));
}

test('fallow/not-installed', async () => {
  await rejects(fallowAuditGate.run(drawContext({}, { task: 'lint' })), { code: 'fallow/not-installed' });
});
