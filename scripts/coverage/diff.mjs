/**
 * `pnpm coverage:diff -- --base <ref>`: `formwork coverage diff` with what this repository does not ask a test to run.
 */
import '../needs-node.mjs';
import { runFormwork } from '../run-formwork.mjs';

/** A glob and, for single lines, their text; each with a row in diff.test.mjs. It is read without being run, so it is written out. */
export const allowlist = [{ file: 'bench/**', reason: 'A bench is run by hand and takes minutes; what it saw stands in bench/README.md.' }];

if (import.meta.main) {
  process.exitCode = runFormwork(['coverage', 'diff', ...process.argv.slice(2), '--allowlist', 'scripts/coverage/diff.mjs']);
}
