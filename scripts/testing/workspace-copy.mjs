import { equal, ifError } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runGit as git, withoutConfiguration } from '../../packages/toolkit/formwork/src/report/testing/run-git.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * This workspace as it lies here, changes included, in a folder and a git repository of its own, with its packages installed.
 * The toolkit's own test scripts stay behind: the copy is what a team has that uses the toolkit.
 *
 * @returns {{ folder: string, run: (line: string, env?: Record<string, string>) => { exitCode: number | null, stdout: string, stderr: string } }}
 */
export function copyWorkspace() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'formwork-copy-')));
  // What tools keep for the next time is gone with the copy.
  const temporary = mkdtempSync(path.join(tmpdir(), 'formwork-tmp-'));
  process.on('exit', () => [folder, temporary].forEach((one) => rmSync(one, { recursive: true, force: true })));
  const listed = (...which) => git(root, 'ls-files', '-z', ...which).split('\0').filter(Boolean);
  const gone = new Set(listed('--deleted'));
  for (const file of listed('--cached', '--others', '--exclude-standard').filter((one) => !gone.has(one))) copy(file, folder);
  for (const owner of ['scripts', 'eslint-rules', 'packages/toolkit/feature', 'packages/toolkit/formwork']) dropTestScript(path.join(folder, owner));
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=start');
  const run = (line, env = {}) => runLine(folder, line, { TMPDIR: temporary, ...env });
  const installed = run('pnpm install --frozen-lockfile --prefer-offline');
  equal(installed.exitCode, 0, `The copy could not be installed:\n${installed.stdout}${installed.stderr}`);
  return { folder, run };
}

/** A command line of plain words, typed in the folder as a user would: no runner's or caller's settings around it. */
function runLine(folder, line, extra) {
  const [program, ...words] = line.split(' ');
  const counts = mkdtempSync(path.join(extra.TMPDIR, 'counts-'));
  const env = Object.fromEntries(
    Object.entries(withoutConfiguration)
      .filter(([name]) => !/^(NODE_TEST_CONTEXT|npm_|pnpm_|TURBO_|FORMWORK_|CI$|INIT_CWD)/i.test(name))
      .map(([name, value]) => [name, name === 'NODE_V8_COVERAGE' ? counts : value]),
  );
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, env: { ...env, ...extra }, encoding: 'utf8', maxBuffer: 1 << 28 });
  ifError(error);
  countForOriginals(counts, folder);
  return { exitCode: status, stdout, stderr };
}

/** What ran in the copy counts for the file that it is a copy of: V8 names files by their address. */
function countForOriginals(counts, folder) {
  for (const name of readdirSync(counts)) {
    const text = readFileSync(path.join(counts, name), 'utf8').replaceAll(`${pathToFileURL(folder)}/`, `${pathToFileURL(root)}`);
    writeFileSync(path.join(process.env.NODE_V8_COVERAGE, name), text);
  }
  rmSync(counts, { recursive: true });
}

function copy(file, folder) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(path.join(root, file), target);
}

function dropTestScript(owner) {
  const file = path.join(owner, 'package.json');
  const { scripts, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const { test: _test, ...kept } = scripts;
  writeFileSync(file, `${JSON.stringify({ ...rest, scripts: kept }, null, 2)}\n`);
}
