import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copyWorkspace } from './testing/workspace-copy.mjs';

/**
 * The commands of the README, word for word, in the order in which a user meets them, in one copy of the workspace: with names that no feature
 * here has, since a user may have tried the README's own.
 */
test('from `gen feature` to a verdict, and back', async (story) => {
  const { folder, run } = copyWorkspace();
  const passes = (line, look = () => {}) =>
    story.test(`${line}: exit 0`, () => {
      const finished = run(line);
      equal(finished.exitCode, 0, `${line}\n${finished.stdout}\n${finished.stderr}`);
      look(finished);
    });
  const lastLine = (text) => text.trimEnd().split('\n').at(-1);
  const reportOf = (stdout) => JSON.parse(stdout.slice(stdout.indexOf('{')));

  await passes('pnpm turbo gen feature trial-invoices', () => {
    equal(existsSync(path.join(folder, 'packages/features/trial-invoices/src/feature.manifest.ts')), true);
    equal(existsSync(path.join(folder, 'packages/features/trial-invoices/node_modules')), true, 'what was made is installed');
    match(readFileSync(path.join(folder, 'apps/reference/src/compose.ts'), 'utf8'), /trialInvoices: bindTrialInvoices\(context\)/);
  });
  await passes('pnpm typecheck');
  await passes('pnpm lint');
  await passes('pnpm test --filter @repo/trial-invoices -- --coverage', ({ stdout }) => {
    match(lastLine(stdout), /^[1-9]\d* passed, 0 failed$/);
    equal(existsSync(path.join(folder, 'packages/features/trial-invoices/coverage/lcov.info')), true);
  });
  await passes('pnpm test -- --coverage', ({ stdout }) => match(lastLine(stdout), /^[1-9]\d* passed, 0 failed$/));
  await passes('pnpm conformance', ({ stdout }) => {
    const { schema, status, findings } = reportOf(stdout);
    deepEqual([schema, status], ['formwork/report@1', 'pass']);
    deepEqual([...new Set(findings.map(({ severity }) => severity))], ['pending'], 'the drafts are owed, and nothing else');
  });
  await passes('pnpm fallow:audit');
  await passes('pnpm coverage:aggregate', () => equal(existsSync(path.join(folder, 'coverage/lcov.info')), true));
  await passes('pnpm coverage:diff -- --base HEAD', ({ stdout }) => {
    const { gate, uncovered, inspected } = reportOf(stdout);
    deepEqual([gate, uncovered], ['coverage:diff', []]);
    equal(inspected.files > 0, true, 'a pass that looked at nothing is none');
  });
  await passes('pnpm gates', ({ stdout }) => {
    const { schema, status, gates } = reportOf(stdout);
    deepEqual([schema, status], ['formwork/gates@1', 'pass']);
    deepEqual(
      gates.map(({ gate }) => gate),
      ['typecheck', 'lint', 'test', 'conformance', 'fallow:audit', 'coverage:check', 'coverage:aggregate', 'coverage:diff'],
    );
  });
  await passes('pnpm formwork undo');
  await passes('git status --porcelain', ({ stdout }) => equal(stdout, ''));
  equal(existsSync(path.join(folder, 'packages/features/trial-invoices')), false, 'what git ignores is gone as well');

  await passes('pnpm try --help', ({ stdout }) => match(stdout, /^Usage: pnpm try \[name = billing\]/));
  await passes('pnpm try trial-parcels', ({ stdout }) => {
    match(stdout, /^coverage:diff +pass/m);
    match(stdout, /^All 8 gates passed, and 2 drafts are pending\.$/m);
    equal(lastLine(stdout), 'Take it back with: pnpm formwork undo');
  });
  await passes('pnpm formwork undo');
  await passes('git status --porcelain', ({ stdout }) => equal(stdout, ''));
});

test('what cannot be done says so, and leaves nothing behind', async (story) => {
  const { run } = copyWorkspace();
  for (const [line, code] of [
    ['pnpm try Billing', 'generator/bad-name'],
    ['pnpm turbo gen feature ../billing', 'generator/bad-name'],
    ['pnpm turbo gen feature', 'cli/missing-option'],
    ['pnpm formwork gen featur billing', 'generator/unknown-kind'],
    ['pnpm coverage:diff -- --base nowhere', 'base/unresolved'],
    ['pnpm formwork conformence', 'cli/unknown-command'],
    ['pnpm test --filter @repo/nobody', 'No test was found'],
  ]) {
    await story.test(`${line}: ${code}, exit 2`, () => {
      const { exitCode, stdout, stderr } = run(line);
      deepEqual([exitCode, `${stdout}${stderr}`.includes(code)], [2, true], `${stdout}${stderr}`);
      equal(run('git status --porcelain').stdout, '');
    });
  }
});
