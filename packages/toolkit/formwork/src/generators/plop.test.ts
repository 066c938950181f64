import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import test, { after } from 'node:test';
import nodePlop, { type NodePlopAPI } from 'node-plop';
import { registerKinds } from './plop.ts';
import { drawRepository, status } from './testing/draw-repository.ts';

const turboGen = join(dirname(createRequire(import.meta.url).resolve('@turbo/gen/package.json')), 'dist/cli.js');

test('every kind is a generator, with a question for each option', async () => {
  const plop = await loadPlop(drawRepository());
  deepEqual(
    plop.getGeneratorList().map(({ name }) => name),
    ['feature', 'use-case'],
  );
  deepEqual(plop.getGenerator('use-case').prompts, [
    { type: 'input', name: 'feature', message: 'The feature that is to do it.', when: false },
    { type: 'input', name: 'name', message: 'What it does, a verb first: place-order.', when: false },
    {
      type: 'confirm',
      name: 'mutates',
      message:
        'Whether it changes something; where nothing is said, the verb tells: get-order does not, place-order does. (may be left empty)',
      when: false,
    },
    {
      type: 'confirm',
      name: 'controller',
      message: 'Whether it is called from outside; without, an event or a job has to lead to it. (may be left empty)',
      default: true,
      when: false,
    },
  ]);
});

test('answers are handed on to the engine as they are', () => {
  const root = drawRepository();
  deepEqual(gen(root, ['feature', '--args', 'billing', '', 'createBilling,pay', "Who's owed $& {{what}}"]), 0);
  deepEqual(gen(root, ['use-case', '--args', 'billing', 'get-billing', 'y', 'n']), 0);
  const { runs } = JSON.parse(readFileSync(join(root, 'packages/features/billing/formwork.lock.json'), 'utf8'));
  deepEqual(
    runs.map(({ options }: { options: unknown }) => options),
    [
      { name: 'billing', entity: 'billing', useCases: ['create-billing', 'pay'], description: "Who's owed $& {{what}}" },
      { feature: 'billing', name: 'get-billing', mutates: true, controller: false },
    ],
  );
});

for (const [what, words, exit, left] of [
  ['makes a feature', ['feature', '--args', 'billing'], 0, ' M apps/shop/package.json\n M apps/shop/src/compose.ts\n?? packages/\n'],
  ['fails with the engine', ['feature', '--args', 'Billing'], 2, ''],
  ['does not wait for an answer that nobody gives', ['feature'], 2, ''],
] as const) {
  test(`gen run ${words.join(' ')}: ${what}`, () => {
    const root = drawRepository();
    deepEqual([gen(root, words), status(root)], [exit, left]);
  });
}

test('an engine that is killed has failed', () => {
  const root = drawRepository();
  const killer = `process.argv[1].endsWith('formwork.js') && process.kill(process.pid, 'SIGKILL')`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(killer)}`;
  deepEqual([gen(root, ['feature', '--args', 'billing'], { NODE_OPTIONS }), status(root)], [2, '']);
});

/** Plop with what the repository's own config registers. */
async function loadPlop(root: string): Promise<NodePlopAPI> {
  const plop = await nodePlop(undefined, { destBasePath: root, force: false });
  plop.setPlopfilePath(join(root, 'turbo/generators'));
  await registerKinds(plop);
  return plop;
}

/** Runs turbo's generators in a repository, with installs that do nothing. Returns the exit code. */
function gen(root: string, words: readonly string[], more: NodeJS.ProcessEnv = {}): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-pnpm-'));
  after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'pnpm'), '#!/bin/sh\n', { mode: 0o755 });
  const env = { ...process.env, ...more, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  return spawnSync(process.execPath, [turboGen, 'run', ...words], { cwd: root, env, stdio: 'ignore' }).status;
}
