import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { Interrupted } from '../../report/interrupted.ts';
import type { Machine } from '../../report/machine.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import { runMutate, type MutateOptions } from './run-mutate.ts';
import { plantedReport, plantedRepository } from './testing/planted-stryker.ts';

const fees = 'packages/features/fees';
const taxes = 'packages/features/taxes';
const entity = `${fees}/src/entities/fee.entity.ts`;
const all: MutateOptions = { features: [], base: null };

const mutate = async (root: string, options: Partial<MutateOptions> = {}, machine: Machine = nodeMachine()) => {
  const progress: string[] = [];
  const report = await runMutate(
    { ...all, ...options },
    { machine: { ...machine, folder: root, now: () => 0 }, root, progress: (line) => progress.push(line) },
  );
  return { report, progress, findings: report.findings.map(({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`) };
};

test('each feature is mutated in turn, and judged by what its manifest asks for', async () => {
  const { root, git, asked } = plantedRepository({
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', [
      { line: 1, status: 'Killed' },
      { line: 3, status: 'Survived' },
    ]),
    [`${taxes}/planted.mjs`]: plantedReport('src/tax.ts', [{ line: 1, status: 'Timeout' }]),
  });
  const { report, progress, findings } = await mutate(root);
  deepEqual(
    { ...report, findings },
    {
      schema: 'formwork/report@1',
      gate: 'coverage:mutate',
      status: 'fail',
      base: null,
      inspected: { features: 2, files: 2, mutants: 3, killed: 1, survived: 1, timeout: 1, noCoverage: 0, ignored: 0, errors: 0 },
      durationMs: 0,
      note: 'fees 50 %, taxes 100 %',
      findings: [
        `error mutation/survived ${entity}:3`,
        `error mutation/below-score ${fees}/src/feature.manifest.ts:1`,
        `error mutation/target-unmatched ${taxes}/src/feature.manifest.ts:1`,
      ],
      scores: [
        { feature: 'fees', score: 50, asked: 90, mutants: 2 },
        { feature: 'taxes', score: 100, asked: 80, mutants: 1 },
      ],
    },
  );
  deepEqual(progress, [
    'fees: mutating 1 file …',
    'fees: 50 % of 2 mutants noticed',
    'taxes: mutating 1 file …',
    'taxes: 100 % of 1 mutant noticed',
  ]);
  deepEqual(
    asked().map(({ mutate: files }) => files),
    [[entity], [`${taxes}/src/tax.ts`]],
  );
  deepEqual(
    [git('status', '--porcelain'), readdirSync(join(root, '.formwork')), readdirSync(join(root, '.formwork/mutants'))],
    ['', ['.gitignore', 'locks', 'mutants', 'runs'], ['fees.json', 'taxes.json']],
  );
});

test('a second run starts from what the first found out, until a source changes', async () => {
  const { root, write, asked } = plantedRepository({
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', [
      { line: 1, status: 'Killed' },
      { line: 3, status: 'Timeout' },
    ]),
  });
  await mutate(root, { features: ['fees'] });
  const { progress } = await mutate(root, { features: ['fees'] });
  write({ [`${fees}/package.json`]: '{ "name": "@repo/fees", "version": "2.0.0" }' });
  await mutate(root, { features: ['fees'] });
  const knownLines = asked().map(({ known }) =>
    Object(known).files?.['src/entities/fee.entity.ts'].mutants.map(
      ({ location }: { location: { start: { line: number } } }) => location.start.line,
    ),
  );
  deepEqual(knownLines, [undefined, [1], undefined]);
  deepEqual(progress[0], 'fees: mutating 1 file, starting from what is known …');
});

test('a feature without mutants passes, and says so', async () => {
  const { root } = plantedRepository({
    [`${fees}/src/entities/more.entity.ts`]: 'export type More = 1;\n',
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', []),
  });
  const { report, progress } = await mutate(root, { features: ['fees'] });
  deepEqual(
    [report.status, report.note, report.scores],
    ['pass', 'fees has no mutants', [{ feature: 'fees', score: null, asked: 90, mutants: 0 }]],
  );
  deepEqual(progress, ['fees: mutating 2 files …', 'fees: no mutants']);
});

test('with a base, only lines that changed are mutated and judged', async () => {
  const { root, git, write, asked } = plantedRepository({
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', [
      { line: 1, status: 'Survived' },
      { line: 3, status: 'Killed' },
    ]),
  });
  write({ [entity]: 'export const fee = () => 1;\n\nexport const tax = () => 20;\n' });
  const { report, findings } = await mutate(root, { base: 'HEAD', features: ['fees'] });
  deepEqual(
    asked().map(({ mutate: files }) => files),
    [[`${entity}:3-3`]],
  );
  deepEqual([report.status, report.base, report.inspected['mutants'], findings], ['pass', git('rev-parse', 'HEAD'), 1, []]);
});

test('with a base, a statement that changed in the middle is mutated as one', async () => {
  const { root, write, asked } = plantedRepository({
    [entity]: 'export const fee = (age: number) =>\n  age >= 18 &&\n  age < 65;\n\nexport const tax = () => 2;\n',
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', []),
  });
  write({ [entity]: 'export const fee = (age: number) =>\n  age >= 18 ||\n  age < 65;\n\nexport const tax = () => 2;\n' });
  await mutate(root, { base: 'HEAD', features: ['fees'] });
  deepEqual(
    asked().map(({ mutate: files }) => files),
    [[`${entity}:2-3`]],
  );
});

for (const [what, options, changes, note] of [
  [
    'nothing has changed',
    { base: 'HEAD', features: ['fees'] },
    {},
    'nothing that is mutated has changed since merge base with HEAD (--base)',
  ],
  [
    'something else has',
    { base: 'HEAD', features: ['fees'] },
    { [`${taxes}/src/tax.ts`]: '', [`${fees}/src/bind.ts`]: 'a();\n' },
    'nothing that is mutated has changed since merge base with HEAD (--base)',
  ],
  ['no target holds a source', { features: ['fees'] }, { [entity]: null }, 'no target holds a source'],
] as const) {
  test(`${what}: a pass over nothing that says so`, async () => {
    const { root, write } = plantedRepository({});
    write(changes);
    const { report } = await mutate(root, options);
    deepEqual(
      [report.status, report.inspected, report.note, report.findings, existsSync(join(root, '.formwork'))],
      [
        'pass',
        { features: 0, files: 0, mutants: 0, killed: 0, survived: 0, timeout: 0, noCoverage: 0, ignored: 0, errors: 0 },
        note,
        [],
        false,
      ],
    );
  });
}

test('where there is no feature, that is said', async () => {
  const machine = fakeMachine({ files: { 'pnpm-workspace.yaml': 'packages: [packages/*/*]\n' }, processes: [{ argv: ['git'] }] });
  deepEqual((await mutate('/repo', {}, machine)).report.note, 'there is no feature to mutate');
});

test('a feature whose manifest cannot be read is a finding, and those of others are not asked about', async () => {
  const { root } = plantedRepository({
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', []),
    [`${fees}/src/use-cases/broken.use-case.ts`]: 'const = ;',
    [`${taxes}/src/feature.manifest.ts`]: 'export const',
  });
  const { report, findings } = await mutate(root, { features: ['taxes'] });
  deepEqual(
    [report.status, report.inspected['features'], findings],
    ['fail', 0, [`error workspace/syntax-error ${taxes}/src/feature.manifest.ts:1`]],
  );
});

test('a workspace that is not installed is missing evidence', async () => {
  const { root } = plantedRepository({
    [`${fees}/package.json`]: '{ "name": "@repo/fees", "dependencies": { "zod": "4.0.0" } }',
    [`${fees}/planted.mjs`]: plantedReport('src/entities/fee.entity.ts', [{ line: 1, status: 'NoCoverage' }]),
  });
  const { report, findings } = await mutate(root, { features: ['fees'] });
  deepEqual(
    [report.status, findings.filter((line) => line.includes('workspace/'))],
    ['error', [`error workspace/not-installed ${fees}/package.json:1`]],
  );
});

for (const missing of ['node_modules/.bin/stryker', 'node_modules/@stryker-mutator']) {
  test(`without ${missing} the next step is to install it`, async () => {
    const { root } = plantedRepository({});
    rmSync(join(root, missing), { recursive: true });
    await rejects(mutate(root), {
      code: 'mutation/not-installed',
      message: 'Stryker and its runner for vitest are not installed in this workspace.',
      fix: 'Run pnpm install; where they are no dependencies yet, pnpm add -D -w @stryker-mutator/core @stryker-mutator/vitest-runner.',
      file: 'package.json',
    });
  });
}

for (const [what, planted, message] of [
  [
    'fails',
    "export const planted = () => { console.log('12:00:00 (1) ERROR Stryker No way.'); process.exitCode = 3; };",
    /exit code 3\): No way\./,
  ],
  ['reports nothing', 'export const planted = () => {};', /exit code 0\)/],
  [
    'reports something else',
    "import { writeFileSync } from 'node:fs'; export const planted = (c) => writeFileSync(c.jsonReporter.fileName, '[]');",
    /exit code 0\)/,
  ],
] as const) {
  test(`a Stryker that ${what} is an error, and leaves nothing behind`, async () => {
    const { root, git } = plantedRepository({ [`${fees}/planted.mjs`]: planted });
    const { report } = await mutate(root, { features: ['fees'] });
    deepEqual(
      [report.status, report.note, report.findings.map(({ code, file }) => `${code} ${file}`)],
      ['error', null, [`mutation/failed ${fees}`]],
    );
    match(`${report.findings[0]?.message}`, message);
    deepEqual([git('status', '--porcelain'), readdirSync(join(root, '.formwork'))], ['', ['.gitignore', 'locks', 'runs']]);
  });
}

test('a feature that cannot be mutated hides nothing of the others', async () => {
  const { root } = plantedRepository({
    [`${fees}/planted.mjs`]: 'export const planted = () => {};',
    [`${taxes}/planted.mjs`]: plantedReport('src/tax.ts', [{ line: 1, status: 'Survived' }]),
  });
  const { report, findings } = await mutate(root);
  deepEqual(
    [report.status, report.note, report.inspected['features'], findings],
    [
      'error',
      'taxes 0 %',
      1,
      [
        `error mutation/failed ${fees}:1`,
        `error mutation/below-score ${taxes}/src/feature.manifest.ts:1`,
        `error mutation/target-unmatched ${taxes}/src/feature.manifest.ts:1`,
        `error mutation/survived ${taxes}/src/tax.ts:1`,
      ],
    ],
  );
});

test('a Stryker that cannot be started ends the run', async () => {
  const { root } = plantedRepository({});
  chmodSync(join(root, 'node_modules/.bin/stryker'), 0o644);
  await rejects(mutate(root), { code: 'process/not-started' });
});

test('an interrupted run leaves nothing behind', async () => {
  const { root, git } = plantedRepository({
    [`${fees}/planted.mjs`]: "export const planted = () => { setInterval(() => {}, 1000); process.stdout.write('x'); };",
  });
  const machine = nodeMachine();
  let isOver = false;
  const running = rejects(mutate(root, {}, machine), Interrupted).finally(() => (isOver = true));
  while (!isOver && !existsSync(join(root, 'node_modules/asked.jsonl'))) await machine.wait(10);
  equal(machine.interrupt('SIGINT'), 1);
  await running;
  deepEqual([git('status', '--porcelain'), readdirSync(join(root, '.formwork'))], ['', ['.gitignore', 'locks', 'runs']]);
});

test('a feature that is not there is told before anything is done', async () => {
  const { root } = plantedRepository({});
  await rejects(mutate(root, { features: ['feess'] }), { code: 'workspace/unknown-feature' });
  await rejects(mutate(root, { base: 'nowhere' }), { code: 'base/unresolved' });
});
