import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gitRepository, type Repository } from '../../coverage/testing/git-repository.ts';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Machine } from '../../report/machine.ts';
import type { Verdict } from '../verdict.ts';
import { runGates, type GatesOptions } from '../run-gates.ts';

const bins = fileURLToPath(new URL('../../../../../../node_modules/.bin/', import.meta.url));

/** Runs a package's script as pnpm would: `pnpm run <script> [flag …]`. */
const pnpm = `#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const [, script, ...flags] = process.argv.slice(2);
const { scripts } = JSON.parse(require('node:fs').readFileSync('package.json', 'utf8'));
const [, ...words] = scripts[script].split(' ');
process.exitCode = spawnSync(process.execPath, [...words, ...flags], { stdio: 'inherit' }).status;
`;

/**
 * A task prints what `<task>.txt` of its package holds behind its first line, and ends with the exit code that stands there.
 * The tests also leave a result where the package holds one to leave, and a report, as the test door does.
 */
const task = `
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
const [name, ...flags] = process.argv.slice(2);
const [exitCode, ...lines] = existsSync(name + '.txt') ? readFileSync(name + '.txt', 'utf8').split('\\n') : ['0'];
console.log(lines.join('\\n'));
if (name === 'test' && existsSync('result.json')) copyFileSync('result.json', 'test-result.json');
if (name === 'test' && flags.includes('--coverage') && existsSync('report.info')) {
  mkdirSync('coverage', { recursive: true });
  copyFileSync('report.info', 'coverage/lcov.info');
  const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const sources = Object.fromEntries(readdirSync('src').map((name) => ['src/' + name, hash('src/' + name)]));
  writeFileSync('coverage/sources.json', JSON.stringify({ schema: 'formwork/sources@1', report: hash('report.info'), folder: '..', sources }));
}
process.exitCode = Number(exitCode);
`;

const passed = JSON.stringify({ numPassedTests: 1, numFailedTests: 0, testResults: [] });

/**
 * `a`, on which `b` depends, and `c`, each with all three tasks, one covered source and a result that passes; and `d` without any
 * task.
 */
const files = {
  '.gitignore': 'node_modules\n.turbo\n.fallow\ncoverage\ntest-result.json\n',
  'package.json':
    '{ "name": "root", "private": true, "devEngines": { "packageManager": { "name": "pnpm", "version": "12.21.0" } } }\n',
  'pnpm-workspace.yaml': 'packages: [packages/*]\n',
  'pnpm-lock.yaml': `lockfileVersion: '9.0'\nimporters:\n  .: {}\n  packages/a: {}\n  packages/b: {}\n  packages/c: {}\n  packages/d: {}\n`,
  'turbo.json': JSON.stringify({
    tasks: {
      transit: { dependsOn: ['^transit'] },
      typecheck: { dependsOn: ['transit'], outputs: [] },
      lint: { dependsOn: ['transit'], outputs: [] },
      test: { dependsOn: ['transit'], outputs: ['coverage/**', 'test-result.json'] },
    },
  }),
  'task.mjs': task,
  'bin/pnpm': pnpm,
  ...packageFiles('a'),
  ...packageFiles('b', { '@repo/a': 'workspace:*' }),
  ...packageFiles('c'),
  'packages/d/package.json': '{ "name": "@repo/d" }\n',
};

function packageFiles(name: string, dependencies: Readonly<Record<string, string>> = {}): Record<string, string> {
  const scripts = Object.fromEntries(['typecheck', 'lint', 'test'].map((script) => [script, `node ../../task.mjs ${script}`]));
  return {
    [`packages/${name}/package.json`]: `${JSON.stringify({ name: `@repo/${name}`, version: '0.0.0', scripts, dependencies }, null, 2)}\n`,
    [`packages/${name}/src/${name}.ts`]: `${name}();\n`,
    [`packages/${name}/result.json`]: passed,
    [`packages/${name}/report.info`]: `SF:src/${name}.ts\nDA:1,1\nDA:2,1\nend_of_record\n`,
  };
}

export type TurboWorkspace = Repository & {
  readonly machine: Machine;
  readonly gates: (options?: Partial<GatesOptions>, on?: Machine) => Promise<Verdict & { readonly progress: readonly string[] }>;
};

/** A workspace of three packages that real turbo runs, and whose tasks print what a test wants. */
export function turboWorkspace(more: Readonly<Record<string, string>> = {}): TurboWorkspace {
  const repository = gitRepository({ ...files, ...more });
  const { root } = repository;
  chmodSync(join(root, 'bin/pnpm'), 0o755);
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  for (const name of ['turbo', 'fallow']) symlinkSync(join(bins, name), join(root, 'node_modules/.bin', name));
  mkdirSync(join(root, 'packages/b/node_modules/@repo'), { recursive: true });
  symlinkSync('../../../a', join(root, 'packages/b/node_modules/@repo/a'));
  repository.commit();

  const real = nodeMachine();
  const searched = `${join(root, 'bin')}${delimiter}${process.env['PATH']}`;
  const machine: Machine = {
    ...real,
    folder: root,
    // What tools keep for the next time is gone with the workspace.
    run: (argv, how) => real.run(argv, { ...how, env: { PATH: searched, TMPDIR: join(root, 'node_modules'), ...how.env } }),
  };
  return {
    ...repository,
    machine,
    gates: async (options = {}, on = machine) => {
      const progress: string[] = [];
      const asked = { all: false, noDrafts: false, base: 'HEAD', only: ['typecheck', 'lint', 'test'], skip: [], ...options };
      const verdict = await runGates(asked, { machine: on, root, progress: (line) => void progress.push(line) });
      return { ...verdict, progress };
    },
  };
}
