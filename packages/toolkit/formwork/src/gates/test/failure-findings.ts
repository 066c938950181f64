import { stripVTControlCharacters } from 'node:util';
import { finding, type Finding } from '../../report/finding.ts';
import { inRepository } from '../turbo/log.ts';
import type { TaskRun } from '../turbo/run-task.ts';
import type { TestResult } from './result.ts';

/** One finding for each test that failed, and for each file that could not be loaded, at the line that failed in the test's own file. */
export function failureFindings({ testResults }: TestResult, run: TaskRun, root: string): readonly Finding[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = inRepository(name, root, run);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(file, file, message, null, run)] : [];
    return failed.map(({ fullName, failureMessages, location }) =>
      failure(file, fullName, (failureMessages ?? []).join('\n'), location ?? null, run),
    );
  });
}

function failure(file: string, title: string, said: string, location: { line: number; column: number } | null, run: TaskRun): Finding {
  const words = stripVTControlCharacters(said);
  return finding({
    code: 'test/failed-test',
    file,
    ...(frameIn(file, words) ?? location ?? {}),
    message: [title, beforeStack(words)].filter((part) => part !== '').join(': '),
    fix: `Make the test pass, or correct it where the promise has changed; pnpm test --filter ${run.package} runs it again.`,
  });
}

/** Where a stack passes through a file. */
function frameIn(file: string, words: string): { line: number; column: number } | null {
  for (const [, path, line, column] of words.matchAll(/(?:^|[\s(]|file:\/\/)([^\s():]*):(\d+):(\d+)/gm)) {
    if (`/${path}`.endsWith(`/${file}`)) return { line: Number(line), column: Number(column) };
  }
  return null;
}

function beforeStack(words: string): string {
  const [message = ''] = words.split(/\n\s+at /);
  return message.trim();
}
