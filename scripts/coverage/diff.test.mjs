import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runGit } from '../../packages/toolkit/formwork/src/report/testing/run-git.ts';
import { allowlist } from './diff.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const policy = 'scripts/coverage/diff.mjs';

/** For each entry of the allowlist: a file, or a line, that it allows, and the nearest one that it must not. */
const rows = [{ file: 'bench/**', allowed: { 'bench/startup.mjs': 'start();\n' }, refused: { 'benches/startup.mjs': 'start();\n' } }];

test('every entry of the allowlist has a row, and every row an entry', () => {
  const named = ({ file, match = null }) => ({ file, match });
  deepEqual(rows.map(named), allowlist.map(named));
});

for (const { file, match, allowed, refused } of rows) {
  test(`${[file, match].filter(Boolean).join(': ')} is allowed, and what lies beside it is not`, () => {
    const { exitCode, uncovered } = diffOf({ ...allowed, ...refused });
    deepEqual({ exitCode, files: uncovered.map((line) => line.file) }, { exitCode: 1, files: Object.keys(refused) });
  });
}

test('as the main module it asks about this repository: nothing has changed since HEAD, or what has is told', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, policy), '--', '--base', 'HEAD', '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { gate, status: said, uncovered, findings } = JSON.parse(stdout);
  equal(gate, 'coverage:diff');
  equal(status, { pass: 0, fail: 1, error: 2 }[said]);
  equal(Array.isArray(uncovered) || said === 'error', true);
  deepEqual(
    findings.filter(({ code }) => code === 'coverage/allowlist-unused'),
    [],
  );
});

/** What is said of files that are new in a repository with this policy, and with a report that knows none of them. */
function diffOf(files) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'formwork-allowlist-')));
  after(() => rmSync(folder, { recursive: true }));
  const write = (file, text) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write('formwork.json', '{}');
  write('coverage/lcov.info', 'SF:other.ts\nDA:1,1\nend_of_record\n');
  mkdirSync(path.join(folder, path.dirname(policy)), { recursive: true });
  copyFileSync(path.join(root, policy), path.join(folder, policy));
  for (const words of ['init --quiet', 'add --all', 'commit --quiet --message=start']) runGit(folder, ...words.split(' '));
  for (const [file, text] of Object.entries(files)) write(file, text);
  const formwork = path.join(root, 'packages/toolkit/formwork/src/cli/formwork.js');
  const words = ['coverage', 'diff', '--base', 'HEAD', '--lcov', 'coverage/lcov.info', '--allowlist', policy, '--format', 'json'];
  const { status, stdout } = spawnSync(process.execPath, [formwork, ...words], { cwd: folder, encoding: 'utf8' });
  return { exitCode: status, ...JSON.parse(stdout) };
}
