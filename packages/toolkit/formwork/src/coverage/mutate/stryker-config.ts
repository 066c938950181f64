import { join } from 'node:path';
import { merged, type Scope } from './ranges.ts';
import type { WorkFolder } from './work-folder.ts';

/**
 * What Stryker is told of one feature, as the content of its configuration file. `folder` is the feature's, absolute; the scope's files are
 * relative to it. `runner` is the module of the vitest runner, absolute: Stryker looks for runners beside itself, where pnpm puts none.
 */
export function strykerConfig(scope: Scope, folder: string, runner: string, work: WorkFolder): Readonly<Record<string, unknown>> {
  return {
    testRunner: 'vitest',
    plugins: [runner],
    // Tests that reach a file without importing it count as well.
    vitest: { related: false },
    mutate: [...scope].flatMap(([file, changes]) => {
      const pattern = literally(join(folder, file));
      return changes === null ? [pattern] : merged(changes.map(({ within }) => within)).map(({ from, to }) => `${pattern}:${from}-${to}`);
    }),
    coverageAnalysis: 'perTest',
    checkers: [],
    disableTypeChecks: false,
    // The copy lies as deep as the original, so that what leads out of it leads to the same place: no rewriting.
    tsconfigFile: join(work.top, 'none.json'),
    ignorePatterns: ['/coverage', '/.turbo'],
    reporters: ['json'],
    jsonReporter: { fileName: work.report },
    incremental: true,
    incrementalFile: work.kept,
    tempDirName: work.sandboxes,
    cleanTempDir: 'always',
    // Stryker sees by itself that code runs in circles, at once; what is only slow, on a busy machine, has not been noticed by a test.
    timeoutMS: 60_000,
    allowConsoleColors: false,
    fileLogLevel: 'off',
    logLevel: 'warn',
    warnings: { slow: false },
  };
}

/** A path as a pattern that fits nothing else; Stryker takes a backslash for a slash. */
function literally(path: string): string {
  return path.replace(/[*?[\]()]/g, '[$&]');
}
