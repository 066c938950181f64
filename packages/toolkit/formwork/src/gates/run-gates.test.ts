import { deepEqual, equal, rejects } from 'node:assert/strict';
import { existsSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { RanPackage } from './gate.ts';
import { turboWorkspace } from './testing/turbo-workspace.ts';
import type { Verdict } from './verdict.ts';

/** What each gate says in one line: its id, its status, which packages it ran (a star for those replayed), its findings. */
function lines({ gates }: Verdict): readonly string[] {
  return gates.map(({ gate, status, findings, ...rest }) => {
    const ran = ranIn(rest).map(({ name, cached }) => `${name.replace('@repo/', '')}${cached ? '*' : ''}`);
    return [gate, status, ...ran, ...findings.map(({ code, file, line }) => `${code} ${file}:${line}`)].join(' ');
  });
}

function ranIn(said: object): readonly RanPackage[] {
  return 'packages' in said && Array.isArray(said.packages) ? said.packages : [];
}

test('only what changed can reach is run, whatever the change; what turbo replays counts', async (story) => {
  const { root, write, git, commit, gates } = turboWorkspace();
  const only = ['test'];
  const ran = async (what: string, expected: string, options: Parameters<typeof gates>[0] = {}) =>
    story.test(`${what}: ${expected}`, async () => deepEqual(lines(await gates({ only, ...options })), [expected]));

  await ran('nothing has changed', 'test pass');
  await ran('everything is asked for', 'test pass a b c', { all: true });
  await ran('and again', 'test pass a* b* c*', { all: true });
  write({ 'packages/a/src/a.ts': 'changed();\n' });
  await ran('an unstaged edit, and who depends on it', 'test pass a b');
  git('add', '--all');
  await ran('a staged edit', 'test pass a* b*');
  const before = git('rev-parse', 'HEAD');
  commit();
  await ran('a commit since', 'test pass a* b*', { base: before });
  write({ 'packages/c/src/new.ts': 'x();\n' });
  await ran('a file that git does not know', 'test pass c');
  rmSync(join(root, 'packages/c/src/new.ts'));
  git('mv', 'packages/a/src/a.ts', 'packages/c/src/a.ts');
  await ran('a file that moved: who lost it, too', 'test pass a b c');
  git('reset', '--quiet', '--hard');
  for (const left of ['packages/a/coverage', 'packages/a/test-result.json']) rmSync(join(root, left), { recursive: true });
  await story.test('what was left is put back by a replay', async () => {
    deepEqual(lines(await gates({ only, all: true })), ['test pass a* b* c*']);
    equal(existsSync(join(root, 'packages/a/coverage/lcov.info')), true);
  });
});

test('what tools print becomes findings with places; one verdict', async () => {
  const { root, write, gates } = turboWorkspace();
  write({
    'packages/a/typecheck.txt': "1\nsrc/a.ts(1,2): error TS2322: Type 'string' is not assignable to type 'number'.\n",
    'packages/a/lint.txt': `0\n${root}/packages/a/src/a.ts\n  1:1  warning  Unexpected console statement  no-console\n\n`,
    'packages/a/test.txt': '137\nKilled\n',
  });
  const said = await gates();
  deepEqual([said.schema, said.status, said.base.length], ['formwork/gates@1', 'fail', 40]);
  deepEqual(lines(said), [
    'typecheck fail a b typescript/TS2322 packages/a/src/a.ts:1',
    'lint pass a b eslint/no-console packages/a/src/a.ts:1',
    'test fail a b test/failed packages/a/package.json:1',
  ]);
  deepEqual(said.progress.map((line) => line.replace(/\d+ ms|[0-9a-f]{10}/, '…')).sort(), [
    'lint: pass after …',
    'test: fail after …',
    'typecheck: fail after …',
    'what changed, base …, merge base with HEAD (--base)',
  ]);
});

test('a result of an earlier run does not speak for a run that left none', async () => {
  const { write, gates } = turboWorkspace();
  write({
    'packages/c/test-result.json': JSON.stringify({ numPassedTests: 9, numFailedTests: 0, testResults: [] }),
    'packages/c/result.json': null,
  });
  const said = await gates({ only: ['test'] });
  deepEqual([said.status, lines(said)], ['error', ['test error c test/no-result packages/c/package.json:1']]);
});

test('coverage is judged by what the tests left, and only by that', async (story) => {
  const only = ['test', 'coverage:aggregate', 'coverage:diff'];
  const uncovered = { 'packages/c/src/c.ts': 'c();\nmore();\n', 'packages/c/report.info': 'SF:src/c.ts\nDA:1,1\nDA:2,0\nend_of_record\n' };

  await story.test('a changed line that no test runs', async () => {
    const { write, gates } = turboWorkspace();
    write(uncovered);
    deepEqual(lines(await gates({ only })), [
      'test pass c',
      'coverage:aggregate pass',
      'coverage:diff fail coverage/uncovered packages/c/src/c.ts:2',
    ]);
  });
  await story.test('an allowlist is read where the repository keeps one', async () => {
    const { write, gates } = turboWorkspace({
      'scripts/coverage/diff.mjs': "export const allowlist = [{ file: '**', match: 'more();', reason: 'r' }];\n",
    });
    write(uncovered);
    deepEqual(lines(await gates({ only })), ['test pass c', 'coverage:aggregate pass', 'coverage:diff pass']);
  });
  await story.test('tests that failed', async () => {
    const { write, gates } = turboWorkspace();
    write({ ...uncovered, 'packages/c/test.txt': '1\nbad\n', 'packages/a/src/a.ts': 'other();\n' });
    deepEqual(lines(await gates({ only })), [
      'test fail a b c test/failed packages/c/package.json:1',
      'coverage:aggregate pass',
      'coverage:diff fail coverage/not-measured packages/c/package.json:1',
    ]);
  });
  await story.test('tests that failed say nothing of what lies elsewhere, either', async () => {
    const { write, gates } = turboWorkspace();
    const reachesOver = 'SF:src/a.ts\nDA:1,1\nend_of_record\nSF:../c/src/c.ts\nDA:2,1\nend_of_record\n';
    write({ ...uncovered, 'packages/a/src/a.ts': 'other();\n', 'packages/a/report.info': reachesOver, 'packages/a/test.txt': '1\nbad\n' });
    deepEqual(lines(await gates({ only })).at(-1)?.split(' coverage/'), [
      'coverage:diff fail',
      'not-measured packages/a/package.json:1',
      'uncovered packages/c/src/c.ts:2',
    ]);
  });
  await story.test('a band that is missed leaves a report that counts', async () => {
    const { write, gates } = turboWorkspace();
    write({ ...uncovered, 'packages/c/test.txt': '1\nERROR: Coverage for lines (50%) does not meet global threshold (80%)\n' });
    deepEqual(lines(await gates({ only })), [
      'test fail c test/below-band packages/c/package.json:1',
      'coverage:aggregate pass',
      'coverage:diff fail coverage/uncovered packages/c/src/c.ts:2',
    ]);
  });
  await story.test('a package that left no report', async () => {
    const { write, gates } = turboWorkspace();
    write({ 'packages/c/report.info': null });
    deepEqual(lines(await gates({ only, all: true })), [
      'test pass a b c',
      'coverage:aggregate pass coverage/no-report packages/c/package.json:1',
      'coverage:diff pass',
    ]);
  });
  await story.test('tests that could not be run at all', async () => {
    const { write, gates } = turboWorkspace();
    write({ 'turbo.json': '{' });
    const said = await gates({ only });
    deepEqual(
      [said.status, lines(said)],
      [
        'error',
        [
          'test error turbo/failed .:1',
          'coverage:aggregate error coverage/not-measured .:1',
          'coverage:diff error coverage/not-measured .:1',
        ],
      ],
    );
  });
  await story.test('without the test gate, what lies there counts where it is known to be of this text', async () => {
    const { write, gates } = turboWorkspace();
    write({ ...uncovered, 'packages/c/report.info': 'SF:src/c.ts\nDA:2,1\nend_of_record\n' });
    await gates({ only: ['test'] });
    const aggregated = 'coverage:aggregate pass coverage/no-report packages/a/package.json:1 coverage/no-report packages/b/package.json:1';
    deepEqual(lines(await gates({ only, skip: ['test'] })), [aggregated, 'coverage:diff pass']);
    write({ 'packages/c/coverage/sources.json': null });
    deepEqual(lines(await gates({ only, skip: ['test'] })), [aggregated, 'coverage:diff error coverage/freshness-unknown packages/c/src/c.ts:1']);
  });
  await story.test('a source that somebody edited after the tests', async () => {
    const { write, gates } = turboWorkspace();
    await gates({ only: ['test'], all: true });
    write({ 'packages/c/src/c.ts': 'c();\nmore();\n' });
    deepEqual(lines(await gates({ only, skip: ['test'] })), [
      'coverage:aggregate fail coverage/stale packages/c/package.json:1',
      'coverage:diff fail coverage/stale packages/c/src/c.ts:2',
    ]);
  });
});

test('conformance and fallow are asked beside', async () => {
  const { write, gates } = turboWorkspace();
  write({ 'packages/a/src/new.ts': 'x();\n' });
  deepEqual(lines(await gates({ only: ['conformance', 'fallow:audit'] })), [
    'conformance pass',
    'fallow:audit fail fallow/unused-file packages/a/src/new.ts:1',
  ]);
});

test('workspace/not-installed: without turbo nothing that needs it is begun', async () => {
  const { root, gates } = turboWorkspace();
  unlinkSync(join(root, 'node_modules/.bin/turbo'));
  await rejects(gates({ only: ['lint'] }), { code: 'workspace/not-installed', file: 'package.json' });
  deepEqual(lines(await gates({ only: ['conformance'] })), ['conformance pass']);
});

test('workspace/not-installed: a package that another needs is not linked', async () => {
  const { root, gates } = turboWorkspace();
  unlinkSync(join(root, 'packages/b/node_modules/@repo/a'));
  await rejects(gates(), { code: 'workspace/not-installed', file: 'packages/b/package.json' });
});

test('an error that nobody expected is no report', async () => {
  const { machine, gates } = turboWorkspace();
  const run: typeof machine.run = (argv, how) =>
    argv[0].endsWith('turbo') ? Promise.reject(new TypeError('odd')) : machine.run(argv, how);
  await rejects(gates({ only: ['lint'] }, { ...machine, run }), TypeError);
});
