import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { copyWorkspace } from './testing/workspace-copy.mjs';

/** One input of each kind that a cached result stands on, and the tasks of a feature that may no longer be replayed. */
const inputs = [
  ['a source of its own', 'packages/features/orders/src/index.ts', append, ['lint', 'test', 'typecheck']],
  ['a source of a package that it imports', 'packages/toolkit/feature/src/index.ts', append, ['lint', 'test', 'typecheck']],
  ['a contract of another feature', 'packages/contracts/payments/src/events/payment-taken.v1.event.ts', append, ['lint', 'test', 'typecheck']],
  ['the lockfile, where it locks what it uses', 'pnpm-lock.yaml', moveZod, ['lint', 'test', 'typecheck']],
  ['the compiler’s settings', 'tsconfig.base.json', append, ['lint', 'test', 'typecheck']],
  ['the linter’s settings', 'eslint.config.js', append, ['lint', 'test', 'typecheck']],
  ['a rule', 'eslint-rules/effect-is-declared/index.ts', append, ['lint', 'test', 'typecheck']],
  ['the way the rules read code', 'packages/toolkit/formwork/src/workspace/effects-in-code.ts', append, ['lint', 'test', 'typecheck']],
  ['the way tests are run', 'scripts/node-test.mjs', append, ['lint', 'test', 'typecheck']],
  ['Formwork’s settings', 'formwork.json', append, ['lint', 'test', 'typecheck']],
  ['what git ignores, and the test door passes over', '.gitignore', append, ['lint', 'test', 'typecheck']],
  ['a document of the repository', 'docs/glossary.md', append, []],
];

test('a cached result is evidence only where every input is declared', async (story) => {
  const { folder, run } = copyWorkspace();
  const hashes = (owner = '@repo/orders') => {
    const { stdout } = run(`pnpm turbo run typecheck lint test --filter=${owner} --dry=json`);
    const { tasks } = JSON.parse(stdout.slice(stdout.indexOf('{')));
    return Object.fromEntries(tasks.filter((entry) => entry.package === owner).map((entry) => [entry.task, entry.hash]));
  };
  const before = hashes();

  for (const [what, file, change, stale] of inputs) {
    await story.test(`${what}: ${stale.join(', ') || 'nothing'} must run again`, () => {
      const place = path.join(folder, file);
      const text = readFileSync(place, 'utf8');
      writeFileSync(place, change(text));
      const after = hashes();
      writeFileSync(place, text);
      const moved = ['lint', 'test', 'typecheck'].filter((task) => after[task] !== before[task]);
      deepEqual(moved, stale);
    });
  }

  await story.test('the feature on which the toolkit is tried: its tests must run again', () => {
    const source = path.join(folder, 'packages/features/orders/src/index.ts');
    const text = readFileSync(source, 'utf8');
    const { test: tests, ...others } = hashes('formwork');
    writeFileSync(source, append(text));
    const { test: moved, ...same } = hashes('formwork');
    writeFileSync(source, text);
    deepEqual([moved === tests, same], [false, others]);
  });

  await story.test('a replay puts back what the tests left: the report, its details, and what it measured', () => {
    const measure = 'pnpm test --filter=@repo/orders -- --coverage';
    const coverage = path.join(folder, 'packages/features/orders/coverage');
    const left = () => ['lcov.info', 'coverage-final.json', 'sources.json'].map((file) => readFileSync(path.join(coverage, file), 'utf8'));
    equal(run(measure).exitCode, 0);
    const before = left();
    rmSync(coverage, { recursive: true });
    match(run(measure).stdout, /FULL TURBO/);
    deepEqual(left(), before);
  });

  await story.test('a change in a dependency’s source turns a cached green red', () => {
    const typecheck = 'pnpm typecheck --filter=@repo/payments';
    equal(run(typecheck).exitCode, 0);
    match(run(typecheck).stdout, /FULL TURBO/, 'the second run is replayed');
    const contract = path.join(folder, 'packages/contracts/orders/src/events/order-placed.v1.event.ts');
    writeFileSync(contract, readFileSync(contract, 'utf8').replace('totalCents', 'totalEuros'));
    const red = run(typecheck);
    notEqual(red.exitCode, 0);
    match(red.stdout, /on-orders-order-placed\.v1\.handler\.ts.*totalCents/);
  });
});

function append(text) {
  return `${text}\n`;
}

function moveZod(text) {
  return text.replaceAll(/zod@4\.\d+\.\d+/g, 'zod@4.0.0');
}
