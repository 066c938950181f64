import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { globSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { Interrupted } from '../../report/interrupted.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import { gitRepository } from '../testing/git-repository.ts';
import { runMutate, type MutateOptions } from './run-mutate.ts';

/** Stryker and vitest as they are installed here, on a small feature whose tests do not look at everything. */
const folder = 'packages/features/fees';
const source = `${folder}/src/entities/[fee] (1).entity.ts`;
const testFile = source.replace('.ts', '.test.ts');
const fee = `export const fee = (age: number): number => {
  if (age >= 18) {
    return 100;
  }
  return 0;
};

export const reduced = (cents: number): number => {
  return cents / 2;
};
`;
const tests = `import { expect, test } from 'vitest';
import { fee, reduced } from './[fee] (1).entity.ts';

test('children go free', () => expect(fee(7)).toBe(0));
test('others pay', () => expect(fee(30)).toBe(100));
`;
const { root, git, write } = gitRepository({
  '.gitignore': 'node_modules\n',
  'pnpm-workspace.yaml': 'packages: [packages/*/*]\n',
  'package.json': '{ "name": "shop" }',
  'tsconfig.base.json': '{ "compilerOptions": { "strict": true } }',
  [`${folder}/package.json`]: '{ "name": "@repo/fees", "type": "module" }',
  [`${folder}/tsconfig.json`]: '{ "extends": "../../../tsconfig.base.json" }',
  [`${folder}/vitest.config.ts`]: "export default { test: { include: ['src/**/*.test.ts'] } };\n",
  [`${folder}/src/feature.manifest.ts`]: "export const feesManifest = defineFeature({ name: 'fees', useCases: {} });\n",
  [`${folder}/src/bind.ts`]: 'export const bind = () => 1;\n',
  [source]: fee,
  [testFile]: tests,
});
mkdirSync(join(root, 'node_modules'));
for (const name of ['.bin', '@stryker-mutator', 'vitest']) {
  symlinkSync(fileURLToPath(new URL(`../../../../../../node_modules/${name}`, import.meta.url)), join(root, 'node_modules', name));
}

const machine = { ...nodeMachine(), folder: root };
const mutate = async (options: Partial<MutateOptions> = {}) => {
  const progress: string[] = [];
  const report = await runMutate({ features: [], base: null, ...options }, { machine, root, progress: (line) => progress.push(line) });
  return {
    report,
    progress,
    survivors: report.findings.map(({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`),
  };
};

test('survivors are told with their place and their code', async () => {
  const { report, survivors } = await mutate();
  deepEqual(survivors, [
    `mutation/survived ${source}:2:7 No test notices when \`age >= 18\` becomes \`age > 18\`.`,
    `mutation/no-coverage ${source}:8:51 No test runs \`{ return cents / 2; }\`, so none notices when it becomes \`{}\`.`,
    `mutation/no-coverage ${source}:9:10 No test runs \`cents / 2\`, so none notices when it becomes \`cents * 2\`.`,
    `mutation/below-score ${folder}/src/feature.manifest.ts:1:51 The tests of fees notice 62.5 % of 8 mutants, and 80 % are asked for.`,
  ]);
  deepEqual(
    [report.status, report.inspected],
    ['fail', { features: 1, files: 1, mutants: 8, killed: 5, survived: 1, timeout: 0, noCoverage: 2, ignored: 0, errors: 0 }],
  );
});

test('a test that looks is noticed, where all else is known', async () => {
  write({ [testFile]: `${tests}test('grown up and half', () => expect([fee(18), reduced(100)]).toEqual([100, 50]));\n` });
  const { report, progress } = await mutate();
  deepEqual([report.status, report.note, progress[0]], ['pass', 'fees 100 %', 'fees: mutating 1 file, starting from what is known …']);
});

test('with a base, only mutants of changed lines count', async () => {
  write({ [source]: fee.replace('cents / 2', 'cents + 2'), [testFile]: tests });
  const { report, survivors } = await mutate({ base: 'HEAD' });
  deepEqual(survivors, [
    `mutation/survived ${source}:9:10 No test notices when \`cents + 2\` becomes \`cents - 2\`.`,
    `mutation/below-score ${folder}/src/feature.manifest.ts:1:51 The tests of fees notice 0 % of 1 mutant, and 80 % are asked for.`,
  ]);
  deepEqual([report.inspected['mutants'], report.base], [1, git('rev-parse', 'HEAD')]);
});

test('tests that fail without a mutant are an error', async () => {
  write({ [source]: fee.replace('100', '99') });
  const { report, survivors } = await mutate();
  deepEqual([report.status, survivors.length], ['error', 1]);
  match(`${survivors[0]}`, /^mutation\/tests-fail [^]*others pay/);
});

test('an interrupted run leaves nothing behind but what git ignores', async () => {
  write({ [source]: fee, [testFile]: tests });
  const work = join(root, '.formwork', `mutate-${machine.processId}`);
  const hasWorkers = (): boolean => globSync('sandbox-*/stryker-setup-*.js', { cwd: work }).length > 0;
  let isOver = false;
  const running = rejects(mutate(), Interrupted).finally(() => (isOver = true));
  while (!isOver && !hasWorkers()) await machine.wait(20);
  machine.interrupt('SIGINT');
  await running;
  deepEqual(
    readdirSync(join(root, '.formwork')).filter((name) => name.startsWith('mutate')),
    [],
  );
  equal(git('status', '--porcelain'), '');
});
