import { finding, type Finding } from '../../report/finding.ts';
import { report } from '../../report/report.ts';
import type { GateContext, RanPackage, TaskReport } from '../gate.ts';
import { tail, whereItPrinted } from './log.ts';
import { missingScripts, type TurboGate } from './missing-scripts.ts';
import { runTask, type TaskRun } from './run-task.ts';

/** What a package's run amounts to in our own words. */
export type Translation = {
  readonly findings: readonly Finding[];
  /** More of what was looked at; added up over the packages. */
  readonly inspected?: Readonly<Record<string, number>>;
  readonly evidenceMissing?: boolean;
  /** Whether what a failing task left may be judged all the same. */
  readonly trusted?: boolean;
  /** What explains a failure, and is left to `coverage:check` to tell. */
  readonly missedBands?: readonly Finding[];
};

/**
 * Runs a task through turbo and translates what each package printed or left behind.
 * A package that failed with nothing that could be translated is one finding with the end of its log.
 */
export async function taskReport(
  gate: TurboGate,
  context: GateContext,
  translate: (run: TaskRun) => Translation,
  runnerFlags: readonly string[] = [],
): Promise<TaskReport> {
  const startedAt = context.machine.now();
  const runs = await runTask(gate, context, runnerFlags);
  const translated = runs.map((run) => ({
    run,
    translation: run.exitCode === null ? withoutEnd(gate, run) : explained(gate, run, translate(run)),
  }));
  const translations = translated.map(({ translation }) => translation);
  const said = report({
    gate,
    base: context.affectedOnly ? context.base.commit : null,
    inspected: {
      packages: runs.length,
      cached: runs.filter(({ cached }) => cached).length,
      ...added(translations.map(({ inspected = {} }) => inspected)),
    },
    durationMs: context.machine.now() - startedAt,
    note: runs.length === 0 ? nothingToDo(gate, context) : null,
    findings: [...missingScripts(gate, context.workspace), ...translations.flatMap(({ findings }) => findings)],
    evidenceMissing: translations.some(({ evidenceMissing = false }) => evidenceMissing),
  });
  const packages = translated.map(({ run: { package: name, folder, exitCode, cached }, translation }): RanPackage => {
    const { trusted = false, missedBands = [] } = translation;
    const passed = exitCode === 0;
    return { name, folder, passed, trusted: passed || trusted, missedBands, cached };
  });
  return { ...said, packages };
}

function explained(gate: string, run: TaskRun, translation: Translation): Translation {
  const { findings, missedBands = [] } = translation;
  if (run.exitCode === 0 || missedBands.length > 0 || findings.some(({ severity }) => severity === 'error')) return translation;
  const untranslated = finding({
    code: `${gate}/failed`,
    file: `${run.folder}/package.json`,
    message: `The ${gate} script of ${run.package} failed with exit code ${run.exitCode}:\n${tail(run.log)}`,
    fix: `Mend what it says; ${whereItPrinted(gate, run)}.`,
  });
  return { ...translation, findings: [...findings, untranslated] };
}

function withoutEnd(gate: string, run: TaskRun): Translation {
  const unfinished = finding({
    code: `${gate}/no-result`,
    file: `${run.folder}/package.json`,
    message: `The ${gate} script of ${run.package} did not run to its end.`,
    fix: `Run it alone: pnpm ${gate} --filter ${run.package}.`,
  });
  return { findings: [unfinished], evidenceMissing: true };
}

function nothingToDo(gate: string, { affectedOnly, base }: GateContext): string {
  return affectedOnly
    ? `nothing that changed since ${base.source} reaches a package with a ${gate} script`
    : `no package has a ${gate} script`;
}

function added(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const count of counts) for (const [what, many] of Object.entries(count)) sum[what] = (sum[what] ?? 0) + many;
  return sum;
}
