import { posix } from 'node:path';
import type { TaskRun } from './run-task.ts';

/** The last lines that a task itself printed, at most twenty. */
export function tail(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !isPnpms(line));
  return lines.slice(-20).join('\n');
}

/** Where people find all that a task printed. */
export function whereItPrinted(task: string, { logFile, package: name }: Pick<TaskRun, 'logFile' | 'package'>): string {
  return logFile === null ? `run it alone: pnpm ${task} --filter ${name}` : `all that it printed is in ${logFile}`;
}

/** A path that a tool printed, made relative to the root: it may be absolute, also in another checkout that shares turbo's cache. */
export function inRepository(printed: string, root: string, { folder }: Pick<TaskRun, 'folder'>): string {
  const path = printed.replaceAll('\\', '/');
  if (!posix.isAbsolute(path) && !/^[A-Za-z]:\//.test(path)) return posix.join(folder, path);
  if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  const from = path.lastIndexOf(`/${folder}/`);
  return from === -1 ? path : path.slice(from + 1);
}

function isPnpms(line: string): boolean {
  return /^(?:\$ |> |\[?ELIFECYCLE\]?|\s*ELIFECYCLE)/.test(line);
}
