/**
 * The test door of a package whose tests run on `node --test`: `node ../scripts/node-test.mjs [--coverage] [glob …]`,
 * called in the package's folder. Writes `test-result.json`, and with `--coverage` the c8 report to `coverage/`.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2).filter((word) => word !== '--');
const coverage = words.includes('--coverage');
const asked = words.filter((word) => word !== '--coverage');
const patterns = asked.length === 0 ? ['**/*.test.ts', '**/*.test.mjs'] : asked;
const files = globSync(patterns, { exclude: ['**/node_modules/**', 'dist/**', 'coverage/**'] }).sort();

if (files.length === 0) {
  process.stderr.write(`No test file matches ${patterns.join(' ')} in ${process.cwd()}.\n`);
  process.exitCode = 2;
} else {
  const { status } = spawnSync(coverage ? 'c8' : process.execPath, coverage ? [...c8Arguments(), process.execPath, ...nodeArguments(files)] : nodeArguments(files), {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

function nodeArguments(testFiles) {
  const jsonReporter = fileURLToPath(new URL('json-reporter.mjs', import.meta.url));
  return [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${jsonReporter}`,
    '--test-reporter-destination=test-result.json',
    ...testFiles,
  ];
}

function c8Arguments() {
  const included = ['**/*.ts', '**/*.mjs'].map((glob) => `--include=${glob}`);
  const excluded = ['**/*.test.*', '**/*.config.*', '**/testing/**', 'dist/**', 'coverage/**', 'node_modules/**'].map((glob) => `--exclude=${glob}`);
  return ['--all', '--clean', ...included, ...excluded, '--reporter=lcov', '--reporter=json', '--reporter=text-summary'];
}
