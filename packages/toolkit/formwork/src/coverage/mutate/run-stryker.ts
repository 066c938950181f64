import { join } from 'node:path';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Machine } from '../../report/machine.ts';
import { parseJson } from './parse-json.ts';
import type { Scope } from './ranges.ts';
import { strykerConfig } from './stryker-config.ts';
import { strykerFailure } from './stryker-failure.ts';
import { strykerReportSchema, type StrykerReport } from './stryker-report.ts';
import type { WorkFolder } from './work-folder.ts';

type Where = { readonly machine: Machine; readonly root: string };

/** A feature to mutate: its name, its package's npm name, and its package's folder, relative to the root. */
export type Subject = { readonly feature: string; readonly package: string; readonly folder: string };

/** Throws `mutation/not-installed` where the workspace has no Stryker with a runner for vitest. */
export function assertInstalled({ machine: { files }, root }: Where): void {
  if ([stryker, runner].every((path) => files.kind(join(root, path)) !== null)) return;
  throw new FormworkError({
    code: 'mutation/not-installed',
    message: 'Stryker and its runner for vitest are not installed in this workspace.',
    fix: 'Run pnpm install; where they are no dependencies yet, pnpm add -D -w @stryker-mutator/core @stryker-mutator/vitest-runner.',
    file: 'package.json',
  });
}

const stryker = 'node_modules/.bin/stryker';
const runner = 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js';

/**
 * Lets Stryker mutate what lies in the scope, and returns what it found. Stryker works on a copy of the package and starts from what is
 * `known` of the same sources. Throws `mutation/tests-fail`, `mutation/no-tests` and `mutation/failed`.
 */
export async function runStryker(
  subject: Subject,
  scope: Scope,
  known: StrykerReport | null,
  work: WorkFolder,
  { machine, root }: Where,
): Promise<StrykerReport> {
  const folder = join(root, subject.folder);
  machine.files.write(work.config, JSON.stringify(strykerConfig(scope, folder, join(root, runner), work)));
  if (known !== null) machine.files.write(work.kept, JSON.stringify(known));
  // What runs in mutated copies is nobody's coverage.
  const finished = await machine.run([join(root, stryker), 'run', work.config], { folder, env: { NODE_V8_COVERAGE: undefined } });
  const report = parseJson(machine.files.readIfPresent(work.report), strykerReportSchema);
  if (finished.exitCode !== 0 || report === null) throw strykerFailure(finished, subject);
  return report;
}
