/**
 * `pnpm coverage:diff -- --base <ref>`: `formwork coverage diff` with what this repository does not ask a test to run.
 */
import '../needs-node.mjs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A glob and, for single lines, their text; each with a row in diff.test.mjs. It is read without being run, so it is written out. */
export const allowlist = [{ file: 'bench/**', reason: 'A bench is run by hand and takes minutes; what it saw stands in bench/README.md.' }];

if (import.meta.main) {
  const formwork = fileURLToPath(new URL('../../packages/toolkit/formwork/src/cli/formwork.js', import.meta.url));
  const words = ['coverage', 'diff', ...process.argv.slice(2), '--allowlist', 'scripts/coverage/diff.mjs'];
  process.exitCode = spawnSync(process.execPath, [formwork, ...words], { stdio: 'inherit' }).status ?? 2;
}
