import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { splitWords, sum, verdict } from './test.mjs';

for (const [typed, turboFlags, runnerFlags] of [
  ['', [], []],
  ['-- --coverage', [], ['--coverage']],
  ['--coverage', [], ['--coverage']],
  ['--filter @repo/orders -- --coverage', ['--filter', '@repo/orders'], ['--coverage']],
  ['--filter @repo/orders --coverage', ['--filter', '@repo/orders'], ['--coverage']],
  ['-- -- --coverage', [], ['--coverage']],
  ['--force', ['--force'], []],
]) {
  test(`pnpm test ${typed}: which words are turbo's, which the runners'`, () => {
    deepEqual(splitWords(typed.split(' ').filter(Boolean)), { turboFlags, runnerFlags });
  });
}

test('the sum counts every package, and says which gave no result', () => {
  const root = drawResults({ orders: { numPassedTests: 3, numFailedTests: 1 }, payments: { numPassedTests: 4, numFailedTests: 0 }, silent: null });
  deepEqual(sum(root, tasksOf('orders', 'payments', 'silent')), {
    passed: 7,
    failed: 1,
    complaints: ['silent left no test-result.json: its tests did not run to their end.'],
  });
});

for (const text of ['{"numPassedTests": 3, "numFai', '', 'null', '{}', '{"numPassedTests": "3", "numFailedTests": 0}']) {
  test(`a result of ${text || 'no letters'} is a complaint, and the others still count`, () => {
    const root = drawResults({ orders: { numPassedTests: 3, numFailedTests: 0 }, torn: null });
    writeFileSync(path.join(root, 'torn/test-result.json'), text);
    const total = sum(root, tasksOf('torn', 'orders'));
    deepEqual(total, {
      passed: 3,
      failed: 0,
      complaints: ['torn left a test-result.json that is no JSON of a test run: its tests did not run to their end.'],
    });
    equal(verdict(total, 0), 2);
  });
}

test('no test at all is a complaint, not a pass', () => {
  const { passed, complaints } = sum(drawResults({ empty: { numPassedTests: 0, numFailedTests: 0 } }), tasksOf('empty'));
  deepEqual([passed, complaints], [0, ['No test was found. Look at --filter, and at the "test" scripts of the packages.']]);
});

for (const [what, total, turbo, exit] of [
  ['all passed', { passed: 2, failed: 0, complaints: [] }, 0, 0],
  ['one failed', { passed: 2, failed: 1, complaints: [] }, 1, 1],
  ['a threshold is missed', { passed: 2, failed: 0, complaints: [] }, 1, 1],
  ['nothing found', { passed: 0, failed: 0, complaints: ['No test was found.'] }, 0, 2],
  ['a package gave no result', { passed: 2, failed: 0, complaints: ['x left none.'] }, 1, 2],
]) {
  test(`${what}: exit ${exit}`, () => equal(verdict(total, turbo), exit));
}

function drawResults(results) {
  const root = mkdtempSync(path.join(tmpdir(), 'formwork-sum-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const [name, result] of Object.entries(results)) {
    mkdirSync(path.join(root, name));
    if (result !== null) writeFileSync(path.join(root, name, 'test-result.json'), JSON.stringify(result));
  }
  return root;
}

function tasksOf(...names) {
  return names.map((name) => ({ package: name, directory: name, command: 'vitest run' }));
}
