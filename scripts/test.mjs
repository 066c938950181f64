/**
 * `pnpm test [turbo flags] [-- runner flags]`: every package's tests through turbo, whichever runner a package uses.
 * The last line is the sum over the packages' JSON results, which turbo keeps as outputs, so that cached tasks count.
 * Exits 0, 1 when a test or a task failed, 2 when no test was found or a package gave no result.
 */
import './needs-node.mjs';
import fs, { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTurbo } from './run-turbo.mjs';
import { takeBackInterrupted } from './take-back-interrupted.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (import.meta.main) {
  takeBackInterrupted(root);
  const { turboFlags, runnerFlags } = splitWords(process.argv.slice(2));
  for (const result of fs.globSync('**/test-result.json', { cwd: root, exclude: ['**/node_modules/**'] })) rmSync(path.join(root, result));
  const { exitCode, tasks } = await runTurbo(root, 'test', turboFlags, runnerFlags);
  const total = sum(root, tasks);
  for (const complaint of total.complaints) process.stderr.write(`${complaint}\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = verdict(total, exitCode);
}

/**
 * Flags before the first `--` are turbo's, those after it the runners'. Pnpm hands a leading `--` on, and `--coverage` is
 * never turbo's, so both may stand anywhere.
 *
 * @param {readonly string[]} words
 */
export function splitWords(words) {
  const end = words.indexOf('--');
  const before = end === -1 ? words : words.slice(0, end);
  const after = end === -1 ? [] : words.slice(end + 1);
  const isRunners = (word) => word === '--coverage';
  return {
    turboFlags: before.filter((word) => !isRunners(word)),
    runnerFlags: [...before.filter(isRunners), ...after.filter((word) => word !== '--')],
  };
}

/**
 * Adds up what each test task left in its package's `test-result.json`.
 *
 * @param {string} folder the repository's root
 * @param {readonly { package: string, directory: string, command: string }[]} tasks of turbo's run summary
 */
export function sum(folder, tasks) {
  const total = { passed: 0, failed: 0, complaints: /** @type {string[]} */ ([]) };
  for (const task of tasks) {
    const file = path.join(folder, task.directory, 'test-result.json');
    if (!existsSync(file)) {
      total.complaints.push(`${task.package} left no test-result.json: its tests did not run to their end.`);
      continue;
    }
    const result = readResult(file);
    if (result === null) {
      total.complaints.push(`${task.package} left a test-result.json that is no JSON of a test run: its tests did not run to their end.`);
      continue;
    }
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests;
  }
  if (total.passed + total.failed === 0) total.complaints.push('No test was found. Look at --filter, and at the "test" scripts of the packages.');
  return total;
}

/** @returns {{ numPassedTests: number, numFailedTests: number } | null} null where the file is cut off, or says something else */
function readResult(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(result?.numPassedTests) && Number.isInteger(result.numFailedTests) ? result : null;
  } catch {
    return null;
  }
}

/**
 * @param {{ passed: number, failed: number, complaints: readonly string[] }} total
 * @param {number} turboExitCode
 */
export function verdict(total, turboExitCode) {
  if (total.failed > 0) return 1;
  if (total.complaints.length > 0) return 2;
  return turboExitCode === 0 ? 0 : 1;
}
