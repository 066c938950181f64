import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeMachine } from '../../report/node-machine.ts';
import { runGit } from '../../report/testing/run-git.ts';
import { runCheck } from './run-check.ts';

const real = fileURLToPath(new URL('../../../../../features/orders', import.meta.url));

/** A copy of a real feature, in a workspace of its own, without some of its tests. */
function copyOfOrders(untested: readonly string[]): { readonly root: string; readonly feature: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'formwork-bands-')));
  after(() => rmSync(root, { recursive: true, force: true }));
  const feature = join(root, 'packages/features/orders');
  for (const name of ['src', 'package.json', 'vitest.config.ts']) cpSync(join(real, name), join(feature, name), { recursive: true });
  for (const file of untested) rmSync(join(feature, 'src', `${file}.test.ts`));
  symlinkSync(join(real, 'node_modules'), join(feature, 'node_modules'));
  writeFileSync(join(root, 'pnpm-workspace.yaml'), 'packages: [packages/*/*]\n');
  writeFileSync(join(root, 'package.json'), '{ "name": "root" }\n');
  runGit(root, 'init', '--quiet');
  return { root, feature };
}

/** What vitest's own thresholds say, a line for each: `lines 75 of 100 in src/entities/**`. */
function saidByVitest(feature: string): readonly string[] {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NODE_|npm_|FORMWORK_|CI$)/.test(name));
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--coverage'], {
    cwd: feature,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const missed = `${stdout}\n${stderr}`.matchAll(
    /^ERROR: Coverage for (\w+) \((.+)%\) does not meet (?:global|"(.+)") threshold \((.+)%\)$/gm,
  );
  return [...missed].map(([, measure, is, glob = 'all files', asked]) => `${measure} ${is} of ${asked} in ${glob}`).sort();
}

function saidByCheck(root: string): readonly string[] {
  const { findings, evidence } = runCheck({ features: ['orders'], requireFresh: false }, { machine: nodeMachine(), root });
  deepEqual(evidence, [{ feature: 'orders', statements: 'coverage-final.json' }]);
  return findings
    .map(({ message }) => /^Tests cover (.+) % of the (\w+) of (.+) in orders, and the band asks for (.+) %; /.exec(message) ?? [])
    .map(([, is, measure, scope, asked]) => `${measure} ${is} of ${asked} in ${scope}`)
    .sort();
}

test("a manifest's band moves vitest's thresholds and coverage:check alike, to the digit", () => {
  const { root, feature } = copyOfOrders([
    'bind',
    'controllers/get-order.controller',
    'controllers/cancel-order.controller',
    'use-cases/cancel-order.use-case',
    'entities/order.entity',
  ]);
  const house = saidByVitest(feature);
  deepEqual(saidByCheck(root), house);

  const manifest = join(feature, 'src/feature.manifest.ts');
  const bands =
    '{ baseline: { lines: 99, statements: 100 }, layers: { controllers: { lines: 10, functions: 20, branches: 30, statements: 40 }, entities: { functions: 99.5 } } }';
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^\}\);$/m, `  coverage: ${bands},\n});`));
  const own = saidByVitest(feature);
  deepEqual(saidByCheck(root), own);
  equal(house.length > 0 && own.length > 0 && house.join() !== own.join(), true);
});
