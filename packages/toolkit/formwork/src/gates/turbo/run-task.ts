import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { FormworkError } from '../../report/formwork-error.ts';
import type { GateContext } from '../gate.ts';

/** One package's share of a task: what it ran, or what was replayed from the cache. */
export type TaskRun = {
  readonly package: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  /** Null where the task did not run to its end. */
  readonly exitCode: number | null;
  readonly cached: boolean;
  /** Relative to the root; null where turbo keeps none, as for a task that is never cached. */
  readonly logFile: string | null;
  /** What the task printed, without colours. */
  readonly log: string;
};

const summarySchema = z.object({
  tasks: z.array(
    z.object({
      task: z.string(),
      package: z.string(),
      command: z.string(),
      directory: z.string(),
      logFile: z.string().nullish(),
      cache: z.object({ status: z.string() }),
      execution: z.object({ exitCode: z.number().nullish() }).nullish(),
    }),
  ),
});

/**
 * Runs a package script through turbo: in every package that has it, or only in those that what changed since the base can reach.
 * `runnerFlags` are handed to the script. Throws `turbo/failed` where turbo did not get to run tasks.
 */
export async function runTask(
  task: string,
  { machine, root, base, affectedOnly }: Pick<GateContext, 'machine' | 'root' | 'base' | 'affectedOnly'>,
  runnerFlags: readonly string[] = [],
): Promise<readonly TaskRun[]> {
  const turboFlags = [
    '--summarize',
    '--continue=always',
    '--output-logs=full',
    '--log-prefix=task',
    '--ui=stream',
    '--no-color',
    '--no-update-notifier',
    '--concurrency=100%',
  ];
  const affected = affectedOnly ? [`--filter=...[${base.commit}]`] : [];
  const handedOn = runnerFlags.length === 0 ? [] : ['--', ...runnerFlags];
  const turbo = await machine.run([join(root, 'node_modules/.bin/turbo'), 'run', task, ...turboFlags, ...affected, ...handedOn], {
    folder: root,
    env: { ...environment, ...everyNameThatChanged(machine.env) },
  });
  const summaryFile = /^Summary:\s+(\S.*\.json)\s*$/m.exec(turbo.stdout)?.[1];
  if (summaryFile === undefined) throw notRun(task, `${turbo.stdout}\n${turbo.stderr}`);

  const { tasks } = summarySchema.parse(JSON.parse(machine.files.read(summaryFile)));
  machine.files.remove(summaryFile);
  return tasks
    .filter((entry) => entry.task === task && entry.command !== '<NONEXISTENT>')
    .map(({ package: name, directory, logFile = null, cache, execution }) => ({
      package: name,
      folder: directory,
      exitCode: execution?.exitCode ?? null,
      cached: cache.status === 'HIT',
      logFile,
      log: stripVTControlCharacters(logFile === null ? linesOf(`${name}:${task}: `, turbo.stdout) : (machine.files.readIfPresent(join(root, logFile)) ?? '')),
    }));
}

/** What one task printed of all that turbo shows, which sets the task's name before each line. */
function linesOf(prefix: string, shown: string): string {
  const lines = shown.split('\n').filter((line) => line.startsWith(prefix));
  return lines.map((line) => `${line.slice(prefix.length)}\n`).join('');
}

/** Gates read: pnpm must not install in the middle of tasks that run side by side. The second name is pnpm 10's. */
const environment = {
  TURBO_TELEMETRY_DISABLED: '1',
  pnpm_config_verify_deps_before_run: 'false',
  npm_config_verify_deps_before_run: 'false',
};

/** Turbo asks git which names changed, and git tells only the new name of a file that moved: the package that lost it would be left out. */
function everyNameThatChanged(env: GateContext['machine']['env']): Record<string, string> {
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  return { GIT_CONFIG_COUNT: `${count + 1}`, [`GIT_CONFIG_KEY_${count}`]: 'diff.renames', [`GIT_CONFIG_VALUE_${count}`]: 'false' };
}

function notRun(task: string, output: string): FormworkError {
  const said = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return new FormworkError({
    code: 'turbo/failed',
    message: `turbo could not run ${task}: ${said.join(' ')}`,
    fix: `Run node_modules/.bin/turbo run ${task} to see what it wants.`,
  });
}
