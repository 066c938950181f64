/**
 * The test door of a package whose tests run on `node --test`: `node ../scripts/node-test.mjs [--coverage] [glob …]`,
 * called in the package's folder. Writes `test-result.json`, and with `--coverage` the c8 report to `coverage/`.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2).filter((word) => word !== '--');
const asked = words.filter((word) => word !== '--coverage');
const patterns = asked.length === 0 ? ['**/*.test.ts', '**/*.test.mjs'] : asked;
const files = globSync(patterns, { exclude: ['**/node_modules/**', 'dist/**'] }).sort();

if (files.length === 0) {
  process.stderr.write(`No test file matches ${patterns.join(' ')} in ${process.cwd()}.\n`);
  process.exitCode = 2;
} else {
  const [program, ...rest] = words.includes('--coverage') ? withCoverage(nodeTest(files)) : nodeTest(files);
  // V8 counts code that comes out of a compile cache less exactly.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  process.exitCode = spawnSync(program, rest, { stdio: 'inherit', env }).status ?? 1;
}

function nodeTest(testFiles) {
  const jsonReporter = fileURLToPath(new URL('json-reporter.mjs', import.meta.url));
  return [
    process.execPath,
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${jsonReporter}`,
    '--test-reporter-destination=test-result.json',
    ...testFiles,
  ];
}

/**
 * Under c8, which also sees the processes that the tests start. Its folder is named, or a c8 inside of a c8 would take, and clean, the outer
 * one's.
 */
function withCoverage(argv) {
  const c8 = fileURLToPath(new URL('../node_modules/.bin/c8', import.meta.url));
  const included = ['**/*.ts', '**/*.js', '**/*.mjs'].map((glob) => `--include=${glob}`);
  const excluded = ['**/*.test.*', '**/*.config.*', 'dist/**', '**/node_modules/**'].map((glob) => `--exclude=${glob}`);
  return [c8, '--all', '--clean', '--temp-directory=coverage/tmp', ...included, ...excluded, '--reporter=lcovonly', '--reporter=json', '--reporter=text-summary', ...argv];
}
