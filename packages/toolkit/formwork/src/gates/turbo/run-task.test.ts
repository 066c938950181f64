import { deepEqual, rejects } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine, type FakeProcess } from '../../report/fake-machine.ts';
import type { Machine } from '../../report/machine.ts';
import type { Base } from '../../report/resolve-base.ts';
import { runTask } from './run-task.ts';

const turbo = '/repo/node_modules/.bin/turbo';
const base: Base = { commit: 'abc', commits: ['abc'], source: 'main' };
const summary = {
  id: '1',
  tasks: [
    task('a', { cache: { status: 'HIT' }, execution: { exitCode: 0 } }),
    task('b', { cache: { status: 'MISS' }, execution: { exitCode: 1, error: 'exited (1)' } }),
    task('c', { cache: { status: 'MISS' }, execution: null }),
    task('never-cached', { logFile: undefined, cache: { status: 'MISS' }, execution: { exitCode: 0 } }),
    task('d', { command: '<NONEXISTENT>', cache: { status: 'MISS' }, execution: { exitCode: 0 } }),
    task('a', { task: 'transit', cache: { status: 'MISS' }, execution: { exitCode: 0 } }),
  ],
};

function task(name: string, more: object): object {
  return {
    taskId: `@repo/${name}#lint`,
    task: 'lint',
    package: `@repo/${name}`,
    command: 'eslint .',
    directory: `packages/${name}`,
    logFile: `packages/${name}/.turbo/turbo-lint.log`,
    ...more,
  };
}

function machineWhere(ends: FakeProcess['ends'], env: Machine['env'] = {}) {
  return fakeMachine({
    env,
    processes: [{ argv: [turbo], ...(ends === undefined ? {} : { ends }) }],
    files: {
      '.turbo/runs/1.json': JSON.stringify(summary),
      'packages/a/.turbo/turbo-lint.log': 'ok\n',
      'packages/b/.turbo/turbo-lint.log': '\u001B[31mbad\u001B[39m\n',
    },
  });
}

const toldItsSummary = {
  exitCode: 1,
  stdout:
    '@repo/never-cached:lint: $ eslint .\n@repo/b:lint: bad\n@repo/never-cached:lint: \u001B[32mfine\u001B[39m\n' +
    '\n  Tasks:    1 successful, 3 total\nSummary:    /repo/.turbo/runs/1.json\n Failed:    @repo/b#lint\n',
};

test('each package that has the script, what it printed without colours, and whether it was replayed; the summary is cleared away', async () => {
  const machine = machineWhere(toldItsSummary);
  deepEqual(await runTask('lint', { machine, root: '/repo', base, affectedOnly: true }), [
    { package: '@repo/a', folder: 'packages/a', exitCode: 0, cached: true, logFile: 'packages/a/.turbo/turbo-lint.log', log: 'ok\n' },
    { package: '@repo/b', folder: 'packages/b', exitCode: 1, cached: false, logFile: 'packages/b/.turbo/turbo-lint.log', log: 'bad\n' },
    { package: '@repo/c', folder: 'packages/c', exitCode: null, cached: false, logFile: 'packages/c/.turbo/turbo-lint.log', log: '' },
    { package: '@repo/never-cached', folder: 'packages/never-cached', exitCode: 0, cached: false, logFile: null, log: '$ eslint .\nfine\n' },
  ]);
  deepEqual(
    Object.keys(machine.tree()).filter((file) => file.startsWith('.turbo')),
    [],
  );
});

const always = [
  '--summarize',
  '--continue=always',
  '--output-logs=full',
  '--log-prefix=task',
  '--ui=stream',
  '--no-color',
  '--no-update-notifier',
  '--concurrency=100%',
];

for (const [what, affectedOnly, flags, expected] of [
  ['what changed', true, [], ['--filter=...[abc]']],
  ['everything', false, [], []],
  ['with flags for the script', true, ['--coverage'], ['--filter=...[abc]', '--', '--coverage']],
] as const) {
  test(`turbo is asked for ${what}`, async () => {
    const machine = machineWhere(toldItsSummary);
    await runTask('lint', { machine, root: '/repo', base, affectedOnly }, flags);
    deepEqual(
      machine.ran().map(({ argv, folder }) => ({ argv, folder })),
      [{ argv: [turbo, 'run', 'lint', ...always, ...expected], folder: '/repo' }],
    );
  });
}

test('pnpm does not install meanwhile, and git tells both names of a file that moved, whatever git was told before', async () => {
  const fake = machineWhere(toldItsSummary, { GIT_CONFIG_COUNT: '2' });
  const asked: unknown[] = [];
  const machine: Machine = { ...fake, run: (argv, how) => (asked.push(how.env), fake.run(argv, how)) };
  await runTask('lint', { machine, root: '/repo', base, affectedOnly: true });
  deepEqual(asked, [
    {
      TURBO_TELEMETRY_DISABLED: '1',
      pnpm_config_verify_deps_before_run: 'false',
      npm_config_verify_deps_before_run: 'false',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_2: 'diff.renames',
      GIT_CONFIG_VALUE_2: 'false',
    },
  ]);
});

test('turbo/failed: turbo did not get to run tasks, and says why', async () => {
  const machine = machineWhere({
    exitCode: 1,
    stdout: '',
    stderr: '\u001B[31m  x Could not find turbo.json.\u001B[0m\n  | Follow directions\n',
  });
  await rejects(runTask('lint', { machine, root: '/repo', base, affectedOnly: true }), {
    code: 'turbo/failed',
    message: 'turbo could not run lint: x Could not find turbo.json. | Follow directions',
  });
});
