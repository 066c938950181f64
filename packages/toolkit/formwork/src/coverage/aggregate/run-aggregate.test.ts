import { deepEqual, rejects } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { nodeMachine } from '../../report/node-machine.ts';
import type { Report } from '../../report/report.ts';
import { sha256 } from '../../report/sha256.ts';
import { renderSources } from '../freshness/sources-file.ts';
import { gitRepository, type Repository } from '../testing/git-repository.ts';
import { runAggregate } from './run-aggregate.ts';

const files = {
  // This repository's own.
  '.gitignore': readFileSync(new URL('../../../../../../.gitignore', import.meta.url), 'utf8'),
  'package.json': '{ "name": "root" }',
  'pnpm-workspace.yaml': 'packages: [packages/*]\n',
  'packages/shop/package.json': '{ "name": "@repo/shop", "scripts": { "test": "vitest run" } }',
  'packages/shop/src/a.ts': 'a();\n',
};
const report = { 'packages/shop/coverage/lcov.info': 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n' };

function aggregated({ root }: Repository, history = true, folder = root): Promise<Report> {
  return runAggregate({ requireFresh: false, history }, { machine: { ...nodeMachine(), folder }, root });
}

function entries({ root }: Repository): readonly unknown[] {
  const lines = readFileSync(join(root, 'coverage/history.jsonl'), 'utf8').split('\n');
  return lines.slice(0, -1).map((line): unknown => JSON.parse(line));
}

test('the totals of a commit become a line of the history, once', async () => {
  const repository = gitRepository(files);
  repository.write(report);
  const head = repository.git('rev-parse', 'HEAD').trim();
  const seconds = Number(repository.git('log', '-1', '--format=%ct'));
  const said = await aggregated(repository);
  deepEqual([said.status, said.note?.split('; ').at(-1)], ['pass', `${head.slice(0, 10)} is appended to coverage/history.jsonl`]);
  const nothing = { found: 0, hit: 0, percent: 100 };
  const totals = { lines: { found: 2, hit: 1, percent: 50 }, functions: nothing, branches: nothing };
  const entry = { commit: head, date: new Date(seconds * 1000).toISOString(), totals, packages: { '@repo/shop': totals } };
  deepEqual(entries(repository), [entry]);
  deepEqual(repository.git('status', '--porcelain', '--untracked-files=all'), '?? coverage/history.jsonl');

  const again = await aggregated(repository);
  deepEqual(again.note?.split('; ').at(-1), `coverage/history.jsonl knows ${head.slice(0, 10)} already`);
  deepEqual(entries(repository), [entry]);

  const next = repository.commit();
  await aggregated(repository);
  deepEqual(
    entries(repository).map((known) => Object(known).commit),
    [head, next.trim()],
  );
});

test('without --history nothing is asked of git, and nothing is kept', async () => {
  const repository = gitRepository(files);
  repository.write({ ...report, 'packages/shop/src/a.ts': 'changed();\n' });
  const said = await aggregated(repository, false);
  deepEqual([said.status, existsSync(join(repository.root, 'coverage/history.jsonl'))], ['pass', false]);
});

for (const [what, change, message] of [
  [
    'a changed source',
    { 'packages/shop/src/a.ts': 'changed();\n' },
    'packages/shop/src/a.ts is not as committed, so these numbers would not be those of the commit.',
  ],
  [
    'new files',
    { 'packages/shop/src/b.ts': '', 'packages/shop/src/c d.ts': '' },
    'packages/shop/src/b.ts and 1 more are not as committed, so these numbers would not be those of the commit.',
  ],
  [
    'a file that is gone',
    { 'packages/shop/src/a.ts': null },
    'packages/shop/src/a.ts is not as committed, so these numbers would not be those of the commit.',
  ],
] as const) {
  test(`coverage/dirty-tree: ${what}; nothing is written`, async () => {
    const repository = gitRepository(files);
    repository.git('config', 'status.showUntrackedFiles', 'no');
    repository.write({ ...report, ...change });
    await rejects(aggregated(repository), { code: 'coverage/dirty-tree', message });
    deepEqual(existsSync(join(repository.root, 'coverage')), false);
  });
}

test('a tree is asked for below the root alone: the repository may be larger', async () => {
  const repository = gitRepository(Object.fromEntries(Object.entries(files).map(([file, text]) => [`inner/${file}`, text])));
  const [[file, text] = ['', '']] = Object.entries(report);
  repository.write({ [`inner/${file}`]: text, 'outer.ts': '', 'inner/coverage/history.jsonl': '' });
  const root = join(repository.root, 'inner');
  const said = await aggregated({ ...repository, root });
  deepEqual([said.status, entries({ ...repository, root }).length], ['pass', 1]);
});

test('what did not pass, or measured nothing, is not told to the history', async () => {
  const repository = gitRepository(files);
  const untested = await aggregated(repository);
  deepEqual([untested.status, untested.note], ['error', 'no report to merge; nothing is appended to coverage/history.jsonl']);
  repository.write({ 'packages/shop/package.json': '{ "name": "@repo/shop" }' });
  repository.commit();
  const empty = await aggregated(repository);
  deepEqual([empty.status, empty.note], ['pass', 'no report to merge; nothing is appended to coverage/history.jsonl']);
  deepEqual(existsSync(join(repository.root, 'coverage/history.jsonl')), false);
});

test('nor are totals without those of a package whose sources have changed', async () => {
  const old = 'SF:src/b.ts\nDA:1,1\nend_of_record\n';
  const repository = gitRepository({
    ...files,
    'packages/old/package.json': '{ "name": "@repo/old", "scripts": { "test": "vitest run" } }',
    'packages/old/src/b.ts': 'b();\n',
  });
  repository.write({
    ...report,
    'packages/old/coverage/lcov.info': old,
    'packages/old/coverage/sources.json': renderSources({ report: sha256(old), folder: '..', sources: { 'src/b.ts': sha256('other();\n') } }),
  });
  const said = await aggregated(repository);
  deepEqual(
    [said.status, said.findings.map(({ code }) => code), said.inspected['reports'], said.note?.split('; ').at(-1)],
    ['fail', ['coverage/stale'], 1, 'nothing is appended to coverage/history.jsonl'],
  );
  deepEqual(existsSync(join(repository.root, 'coverage/history.jsonl')), false);
});

test('coverage/no-commit: nothing is committed yet', async () => {
  const repository = gitRepository(files);
  repository.git('update-ref', '-d', 'HEAD');
  repository.git('rm', '--quiet', '--cached', '-r', '.');
  await rejects(aggregated(repository), { code: 'coverage/no-commit' });
});
