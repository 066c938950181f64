import { join } from 'node:path';
import { finding } from '../../report/finding.ts';
import type { Gate, GateContext, TaskReport } from '../gate.ts';
import { whereItPrinted } from '../turbo/log.ts';
import type { TaskRun } from '../turbo/run-task.ts';
import { taskReport, type Translation } from '../turbo/task-report.ts';
import { bandFindings } from './band-findings.ts';
import { failureFindings } from './failure-findings.ts';
import { parseResult } from './result.ts';

const resultFile = 'test-result.json';

export const testGate = {
  id: 'test',
  why: 'Every test passes, and what each package asks of its coverage is met.',
  run: (context) => {
    // A result from an earlier run would speak for one that left none; turbo puts back what it replays.
    for (const { folder } of context.workspace.packages) {
      const left = join(context.root, folder, resultFile);
      if (context.machine.files.kind(left) !== null) context.machine.files.remove(left);
    }
    return taskReport('test', context, (run) => translate(run, context), ['--coverage']);
  },
} as const satisfies Gate<'test', TaskReport>;

function translate(run: TaskRun, context: GateContext): Translation {
  const { machine, root } = context;
  const file = `${run.folder}/${resultFile}`;
  const bands = bandFindings(run, root, machine.files);
  const text = machine.files.readIfPresent(join(root, file));
  const result = text === null ? null : parseResult(text);
  if (result === null) return { findings: [noResult(run, file, text !== null), ...bands], inspected: { tests: 0 }, evidenceMissing: true };
  const failures = failureFindings(result, run, root);
  const trusted = failures.length === 0 && bands.length > 0;
  const isLeft = trusted && isJudged(run, context);
  return {
    findings: [...failures, ...(isLeft ? [] : bands)],
    inspected: { tests: result.numPassedTests + result.numFailedTests },
    trusted,
    missedBands: isLeft ? bands : [],
  };
}

/** Whether `coverage:check` judges the bands of a package in this very run. */
function isJudged({ package: name }: TaskRun, { gates, workspace }: GateContext): boolean {
  return gates.includes('coverage:check') && workspace.features.some((feature) => feature.package.name === name);
}

function noResult(run: TaskRun, file: string, isThere: boolean) {
  const { folder, package: name } = run;
  return finding({
    code: 'test/no-result',
    file: isThere ? file : `${folder}/package.json`,
    message: isThere ? `What ${name} left in ${file} is no test result.` : `The test script of ${name} left no ${resultFile}.`,
    fix: `Let the runner write its JSON report to ${file}, an output of test in turbo.json; ${whereItPrinted('test', run)}.`,
  });
}
