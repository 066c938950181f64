/**
 * What `formwork gen feature <name> --no-install` costs as a whole process, beside `gen run` of @turbo/gen and `turbo gen`, each with a
 * generator of one file. All run in turn in one small repository; prints the medians and the medians of the ratios of each round as JSON.
 *
 * pnpm exec node bench/gen.mjs [rounds]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 11);
const repository = fileURLToPath(new URL('..', import.meta.url));

const sides = {
  formwork: [join(repository, 'packages/toolkit/formwork/src/cli/formwork.js'), 'gen', 'feature', 'billing', '--no-install'],
  genRun: [join(repository, 'node_modules/@turbo/gen/dist/cli.js'), 'run', 'one-file', '--args', 'billing'],
  turboGen: [join(repository, 'node_modules/turbo/bin/turbo'), 'gen', 'one-file', '--args', 'billing'],
};
const made = { formwork: 'packages/features/billing/package.json', genRun: 'made/billing.txt', turboGen: 'made/billing.txt' };

const files = {
  'package.json': '{ "name": "bench", "private": true }\n',
  'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*/*\n',
  'formwork.json': '{ "composition": "apps/shop/src/compose.ts" }\n',
  '.gitignore': '.formwork/\n',
  'apps/shop/package.json': '{ "name": "@repo/shop", "dependencies": {} }\n',
  'apps/shop/src/compose.ts': 'export const compose = (context: CompositionContext) => composeFeatures({});\n',
  'turbo/generators/config.cjs': `module.exports = (plop) =>
  plop.setGenerator('one-file', {
    description: 'One file',
    prompts: [{ type: 'input', name: 'name', message: 'Name' }],
    actions: [{ type: 'add', path: 'made/{{name}}.txt', template: '{{name}}' }],
  });
`,
};

const root = mkdtempSync(join(tmpdir(), 'formwork-gen-bench-'));
try {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message=start');

  // Once for nothing, so that nobody's cache is cold.
  for (const side of Object.keys(sides)) time(side);
  const runs = Array.from({ length: rounds }, () => Object.fromEntries(Object.keys(sides).map((side) => [side, time(side)])));
  const medianOf = (measure) => median(runs.map(measure));
  console.log(
    JSON.stringify(
      {
        bench: 'gen',
        rounds,
        ms: Object.fromEntries(Object.keys(sides).map((side) => [side, Math.round(medianOf((run) => run[side]))])),
        ratios: {
          toGenRun: { is: round(medianOf(({ formwork, genRun }) => formwork / genRun)), target: 1 },
          toTurboGen: { is: round(medianOf(({ formwork, turboGen }) => formwork / turboGen)), target: 0.5 },
        },
      },
      null,
      2,
    ),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Milliseconds of one whole process. What it made is taken away again; where it made nothing, the bench fails. */
function time(side) {
  const begun = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, sides[side], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  const took = performance.now() - begun;
  const listed = execFileSync('git', ['ls-files', '--others', made[side]], { cwd: root, encoding: 'utf8' });
  if (status !== 0 || listed === '') throw new Error(`${side} made nothing (exit ${status}):\n${stdout}\n${stderr}`);
  git('clean', '--quiet', '--force', '-d', '-x');
  git('checkout', '--quiet', '.');
  return took;
}

function git(...words) {
  execFileSync('git', words, { cwd: root });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function round(number) {
  return Math.round(number * 100) / 100;
}
