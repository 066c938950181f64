import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFreshness } from '../../../coverage/freshness/read-freshness.ts';
import { gitRepository } from '../../../coverage/testing/git-repository.ts';
import { turboWorkspace } from '../../../gates/testing/turbo-workspace.ts';
import { nodeMachine } from '../../../report/node-machine.ts';

const bin = fileURLToPath(new URL('../../formwork.js', import.meta.url));
const lcov = 'SF:src/a.mjs\nDA:1,1\nend_of_record\n';

/** A package in a repository; `type` runs a program through the door, in the package's folder. */
function shop(tests: string) {
  const { root, write } = gitRepository({
    'pnpm-workspace.yaml': 'packages: [shop]\n',
    '.gitignore': 'coverage\n',
    'shop/src/a.mjs': 'export const a = 1;\n',
    'shop/tests.mjs': `import fs from 'node:fs'; const words = process.argv.slice(2);\n${tests}`,
  });
  const folder = join(root, 'shop');
  const report = join(folder, 'coverage/lcov.info');
  const start = (...words: readonly string[]) =>
    [process.execPath, [bin, 'coverage', 'measure', ...words], { cwd: folder, encoding: 'utf8' }] as const;
  return {
    write,
    report,
    start,
    run: (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(...start('--', process.execPath, 'tests.mjs', ...words));
      return { status, stdout, stderr };
    },
    freshness: () => readFreshness(report, nodeMachine()).of('src/a.mjs'),
  };
}

const leavesReport = `fs.mkdirSync('coverage', { recursive: true }); fs.writeFileSync('coverage/lcov.info', ${JSON.stringify(lcov)});`;

test('the door prints nothing of its own, takes no word for itself, and ends as the tests did', () => {
  const { run } = shop(`
    console.log(JSON.stringify(words));
    console.error('err');
    process.exitCode = Number(words[0]);
  `);
  for (const exitCode of [0, 1, 7])
    deepEqual(run(`${exitCode}`, '--json', '--', '--help', '--format', ''), {
      status: exitCode,
      stdout: `["${exitCode}","--json","--","--help","--format",""]\n`,
      stderr: 'err\n',
    });
});

test('a report is fresh after the run, until a source is edited; a run without coverage leaves it as it is', () => {
  const { write, run, report, freshness } = shop(`if (words.includes('--coverage')) { ${leavesReport} }`);
  deepEqual([run().status, existsSync(report), freshness()], [0, false, 'unknown']);
  deepEqual([run('--coverage').status, freshness()], [0, 'fresh']);
  write({ 'shop/src/a.mjs': 'export const a = 2;\n' });
  deepEqual([freshness(), run().status, freshness()], ['stale', 0, 'stale']);
  deepEqual([run('--coverage').status, freshness()], [0, 'fresh']);
});

test('a source that is edited during the run fails it, and leaves no report', () => {
  const { run, report } = shop(`${leavesReport} fs.appendFileSync('src/a.mjs', '// later'); console.log('passed');`);
  const { status, stdout, stderr } = run();
  deepEqual([status, stdout, existsSync(report)], [1, 'passed\n', false]);
  equal(
    stderr.replace(/\d+ ms/, '9 ms'),
    `shop/src/a.mjs:1:1  error  coverage/sources-changed
  shop/src/a.mjs changed while the tests ran, so nobody can say which of its versions they tested.
  fix: Run the tests again while nothing writes to the sources; what a test itself writes belongs where git ignores it.

✖ coverage:measure failed · 1 error · 1 source · 9 ms
`,
  );
});

test('a run that dies leaves no report of an earlier one', () => {
  const { run, report } = shop(`if (words.includes('die')) process.kill(process.pid, 'SIGKILL'); ${leavesReport}`);
  deepEqual([run('--coverage').status, existsSync(report)], [0, true]);
  deepEqual([run('--coverage', 'die').status, existsSync(report)], [137, false]);
});

test('a signal goes to the tests, which may end in order', async () => {
  const { start } = shop(`
    process.on('SIGTERM', () => { console.log('ended in order'); process.exit(0); });
    console.log('ready');
    setInterval(() => {}, 1000);
  `);
  const [program, words, how] = start('--', process.execPath, 'tests.mjs');
  const door = spawn(program, words, { cwd: how.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  door.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (text.includes('ready')) door.kill('SIGTERM');
  });
  const [exitCode] = await once(door, 'close');
  deepEqual([exitCode, stdout], [143, 'ready\nended in order\n']);
});

test('a program that is not there is said on stderr, in words', () => {
  const { start } = shop('');
  const { status, stdout, stderr } = spawnSync(...start('--', 'no-such-program'));
  deepEqual([status, stdout], [2, '']);
  match(stderr, /^error {2}process\/not-started\n {2}no-such-program could not be started/);
});

test('what was measured comes back from turbo’s cache with its report', async () => {
  const script = `node ${bin} coverage measure -- ${process.execPath} ../../task.mjs test`;
  const { root, machine } = turboWorkspace({
    'packages/c/package.json': JSON.stringify({ name: '@repo/c', version: '0.0.0', scripts: { test: script } }),
  });
  const coverage = join(root, 'packages/c/coverage');
  const report = join(coverage, 'lcov.info');
  const turbo = async (): Promise<string> => {
    const words = ['run', 'test', '--filter=@repo/c', '--', '--coverage'];
    const { stdout } = await machine.run([join(root, 'node_modules/.bin/turbo'), ...words], { folder: root });
    return `${/(\d+) cached/.exec(stdout)?.[0]}, ${readFreshness(report, machine).of('src/c.ts')}`;
  };
  equal(await turbo(), '0 cached, fresh');
  const written = readFileSync(join(coverage, 'sources.json'), 'utf8');
  rmSync(coverage, { recursive: true });
  equal(await turbo(), '1 cached, fresh');
  equal(readFileSync(join(coverage, 'sources.json'), 'utf8'), written);
});
