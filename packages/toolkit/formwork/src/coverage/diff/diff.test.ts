import { deepEqual, rejects } from 'node:assert/strict';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Base } from '../../report/resolve-base.ts';
import type { Package } from '../../workspace/model.ts';
import { runDiff, type DiffOptions } from './run-diff.ts';
import { nothingAllowed } from './allowlist.ts';
import { changesSince } from './changes-since.ts';
import { diff, type DiffReport } from './diff.ts';
import { gitRepository, type Repository } from '../testing/git-repository.ts';

const shop: Package = { name: '@repo/shop', folder: 'packages/shop', private: true, dependencies: {}, scripts: { test: 'vitest run' } };
const files = {
  'pnpm-workspace.yaml': 'packages: [packages/*]\n',
  '.gitignore': 'coverage/\n',
  'packages/shop/package.json': JSON.stringify(shop),
  'packages/shop/src/a.ts': 'one();\ntwo();\n',
};

/** What is said of a repository with a package, once these files have changed. */
async function said(changes: Readonly<Record<string, string | null>>, options: Partial<DiffOptions> = {}): Promise<DiffReport> {
  const repository = gitRepository(files);
  repository.write(changes);
  return saidOf(repository, options);
}

const asked: DiffOptions = { base: 'HEAD', lcov: [], jsonReport: [], allowlist: null, diffFile: null, requireFresh: false, baseLcov: [], html: null };

function saidOf({ root }: Repository, options: Partial<DiffOptions> = {}): Promise<DiffReport> {
  return runDiff({ ...asked, ...options }, { machine: { ...nodeMachine(), folder: root, env: {} }, root });
}

const lcov = (lines: string): string => `TN:\nSF:src/a.ts\n${lines.replaceAll(' ', '\n')}\nend_of_record\n`;
const unknown = 'freshness unknown: nobody can say whether the reports measured what lies here';
const twoChanged = { 'packages/shop/src/a.ts': 'one();\nother();\nthird();\n' };

test('a changed line that no test runs fails, whoever wrote the report', async () => {
  for (const report of [lcov('DA:1,1 DA:2,0 DA:3,1'), lcov('DA:1,1 DA:2,0 DA:3,1').replace('src/a.ts', 'packages/shop/src/a.ts')]) {
    const { base, durationMs, ...rest } = await said({ ...twoChanged, 'packages/shop/coverage/lcov.info': report });
    deepEqual([base?.length, durationMs >= 0], [40, true]);
    deepEqual(rest, {
      schema: 'formwork/report@1',
      gate: 'coverage:diff',
      status: 'fail',
      inspected: { files: 1, lines: 2, withoutCode: 0, allowed: 0, hints: 0, reports: 1 },
      note: unknown,
      findings: rest.findings,
      uncovered: [{ file: 'packages/shop/src/a.ts', line: 2, kind: 'uncovered' }],
      hints: [],
      freshness: 'unknown',
      evidence: [{ report: 'packages/shop/coverage/lcov.info', files: 1, statements: false, branches: false, freshness: 'unknown' }],
    });
    deepEqual(
      rest.findings.map(({ code, severity, file, line, message }) => [code, severity, file, line, message]),
      [['coverage/uncovered', 'error', 'packages/shop/src/a.ts', 2, "No test runs 'other();'."]],
    );
  }
});

for (const [what, changes, options, expected] of [
  [
    'every changed line is run',
    { ...twoChanged, 'packages/shop/coverage/lcov.info': lcov('DA:1,0 DA:2,1 DA:3,1') },
    {},
    ['pass', [], unknown],
  ],
  ['nothing has changed, and there is no report', {}, {}, ['pass', [], 'no source has changed since merge base with HEAD (--base)']],
  [
    'only a test has changed',
    { 'packages/shop/src/a.test.ts': 'x();\n' },
    {},
    ['pass', [], 'no source has changed since merge base with HEAD (--base)'],
  ],
  [
    'a line was only taken away',
    { 'packages/shop/src/a.ts': 'one();\n' },
    {},
    ['pass', [], 'no source has changed since merge base with HEAD (--base)'],
  ],
  ['only types have changed, and there is no report', { 'packages/shop/src/t.ts': 'export type A = 1;\n' }, {}, ['pass', [], null]],
  ['no report at all', twoChanged, {}, ['error', ['coverage/no-report .:1'], null]],
  [
    'a file in no report',
    { 'new.mjs': 'x();\n', 'packages/shop/coverage/lcov.info': lcov('DA:1,1') },
    {},
    ['fail', ['coverage/no-coverage-data new.mjs:1'], null],
  ],
  [
    'settings of pnpm alone, which make no workspace, and the report of the repository',
    { ...twoChanged, 'pnpm-workspace.yaml': 'saveExact: true\n', 'coverage/lcov.info': lcov('DA:2,0 DA:3,1').replace('src', 'packages/shop/src') },
    {},
    ['fail', ['coverage/uncovered packages/shop/src/a.ts:2'], unknown],
  ],
  [
    'a report that was named',
    { ...twoChanged, 'packages/shop/lcov.txt': lcov('DA:2,0 DA:3,1'), 'packages/shop/coverage/lcov.info': 'torn' },
    { lcov: ['packages/shop/lcov.txt'] },
    ['fail', ['coverage/uncovered packages/shop/src/a.ts:2'], unknown],
  ],
  [
    'two reports, one of which has it',
    { ...twoChanged, 'a.info': lcov('DA:2,0'), 'packages/shop/coverage/b.info': lcov('DA:2,1 DA:3,1') },
    { lcov: ['a.info', 'packages/shop/coverage/b.info'] },
    ['pass', [], unknown],
  ],
  [
    'an allowlist with an entry that is not used',
    {
      'policy.mjs':
        "export const allowlist = [{ file: '*.mjs', reason: 'r' }, { file: 'gone/**', reason: 'r' }, { file: 'packages/**', match: 'gone();', reason: 'r' }];\n",
      'packages/shop/coverage/lcov.info': lcov('DA:1,1'),
    },
    { allowlist: 'policy.mjs' },
    ['fail', ['coverage/allowlist-unused policy.mjs:1', 'coverage/allowlist-unused policy.mjs:1'], null],
  ],
] as const satisfies readonly (readonly [string, Record<string, string>, Partial<DiffOptions>, unknown])[]) {
  test(`coverage diff: ${what}`, async () => {
    const { status, findings, note } = await said(changes, options);
    deepEqual([status, findings.map(({ code, file, line }) => `${code} ${file}:${line}`), note], expected);
  });
}

test('committed, staged, unstaged and untracked changes are one', async () => {
  const repository = gitRepository(files);
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.write({ 'packages/shop/src/b.ts': 'committed();\n' });
  repository.commit();
  repository.write({ 'packages/shop/src/c.ts': 'staged();\n' });
  repository.git('add', '--all');
  repository.write({
    'packages/shop/src/a.ts': 'one();\nunstaged();\n',
    'packages/shop/src/d.ts': 'untracked();\n',
    'packages/shop/coverage/lcov.info': lcov('DA:1,1 DA:2,0'),
  });
  const { uncovered } = await saidOf(repository, { base: 'main' });
  deepEqual(uncovered, [
    { file: 'packages/shop/src/a.ts', line: 2, kind: 'uncovered' },
    { file: 'packages/shop/src/b.ts', line: 1, kind: 'no-coverage-data' },
    { file: 'packages/shop/src/c.ts', line: 1, kind: 'no-coverage-data' },
    { file: 'packages/shop/src/d.ts', line: 1, kind: 'no-coverage-data' },
  ]);
});

test('what lies in a package whose tests failed is not judged by an old report', async () => {
  const repository = gitRepository(files);
  repository.write({ ...twoChanged, 'packages/shop/src/b.ts': 'x();\n' });
  const where = { machine: nodeMachine(), root: repository.root };
  const commit = repository.git('rev-parse', 'HEAD');
  const base: Base = { commit, commits: [commit], source: 'HEAD' };
  const still = { ...shop, name: '@repo/still', folder: 'packages/still' };
  const changes = changesSince(base, where);
  const input = { changes, reports: [], details: [], allowlist: nothingAllowed, untested: [shop, still], requireFresh: true, before: [] };
  const {
    said: { status, findings, inspected },
  } = await diff(input, where);
  deepEqual([status, inspected['files']], ['fail', 0]);
  deepEqual(
    findings.map(({ code, file, message }) => [code, file, message]),
    [
      [
        'coverage/not-measured',
        'packages/shop/package.json',
        'The tests of @repo/shop failed, so nobody knows what they run of what changed in it: 2 sources.',
      ],
    ],
  );
});

test('coverage/no-report: a report that was named and is not there', async () => {
  await rejects(said({}, { lcov: ['gone.info'] }), { code: 'coverage/no-report', message: 'There is no gone.info.' });
});
