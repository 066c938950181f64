import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const door = fileURLToPath(new URL('node-test.mjs', import.meta.url));

const suite = `
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { half } from './half.ts';
describe('half', () => {
  test('of four', () => assert.equal(half(4), 2));
  test('of five', () => assert.equal(half(5), 2));
});
test('a parent', async (t) => { await t.test('its child', () => {}); });
test('left out', { skip: true }, () => {});
test('to be done', { todo: true }, () => { throw new Error('not yet'); });
test('throws what is no error', () => { throw 'words'; });
`;

test('the result counts tests, not suites, and says where and why one failed', () => {
  const { folder, status } = runIn({ 'half.test.ts': suite, 'half.ts': 'export const half = (n: number): number => n / 2;\n' });
  const { testResults, ...counts } = JSON.parse(readFileSync(path.join(folder, 'test-result.json'), 'utf8'));
  deepEqual(counts, { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, numTotalTests: 7, success: false });
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter((result) => result.status === 'failed').map((result) => [name, result.title, result.location.line]),
  );
  deepEqual(failed, [
    ['half.test.ts', 'of five', 7],
    ['half.test.ts', 'throws what is no error', 12],
  ]);
  match(testResults[0].assertionResults.find(({ title }) => title === 'of five').failureMessages[0], /2\.5/);
  equal(status, 1);
});

test('a file that cannot be loaded is a failure', () => {
  const { folder, status } = runIn({ 'broken.test.ts': "import './missing.ts';\n" });
  equal(JSON.parse(readFileSync(path.join(folder, 'test-result.json'), 'utf8')).numFailedTests, 1);
  equal(status, 1);
});

test('--coverage leaves an lcov that knows the files no test has loaded', () => {
  const { folder, status } = runIn(
    {
      'half.test.ts': "import test from 'node:test';\nimport { half } from './half.ts';\ntest('of four', () => { half(4); });\n",
      'half.ts': 'export const half = (n: number): number => n / 2;\n',
      'unused.ts': 'export const unused = (): number => 1;\n',
    },
    '--',
    '--coverage',
  );
  deepEqual(readFileSync(path.join(folder, 'coverage/lcov.info'), 'utf8').match(/^SF:.*$/gm), ['SF:half.ts', 'SF:unused.ts']);
  equal(status, 0);
});

test('a runner that is killed has failed', () => {
  const { status } = runIn({ 'kill.test.mjs': "process.kill(process.ppid, 'SIGKILL');\n" });
  equal(status, 1);
});

test('no test file: exit 2, and the pattern is named', () => {
  const { folder, status, stderr } = runIn({}, 'src/**/*.test.ts');
  equal(status, 2);
  match(stderr, /No test file matches src\/\*\*\/\*\.test\.ts/);
  equal(existsSync(path.join(folder, 'test-result.json')), false);
});

function runIn(files, ...words) {
  const folder = mkdtempSync(path.join(tmpdir(), 'formwork-node-test-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) writeFileSync(path.join(folder, name), text);
  // A test runner started by a test would take its parent's protocol for its own.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [door, ...words], { cwd: folder, env, encoding: 'utf8' });
  return { folder, status, stderr };
}
