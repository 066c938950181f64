import { posix } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import { inRepository } from '../turbo/log.ts';
import type { TaskRun } from '../turbo/run-task.ts';
import { nextStep } from './next-step.ts';

const withPlace =
  /^(?<file>\S.*?)(?:\((?<line>\d+),(?<column>\d+)\):|:(?<prettyLine>\d+):(?<prettyColumn>\d+) -) error (?<code>TS\d+): (?<message>.*)$/;
const withoutPlace = /^error (?<code>TS\d+): (?<message>.*)$/;

/** The errors that `tsc` printed, plain or pretty, each with the indented lines that explain it. */
export function tscFindings({ log, folder, package: name }: TaskRun, root: string): readonly Finding[] {
  const findings: Finding[] = [];
  const lines = log.split('\n');
  for (const [index, text] of lines.entries()) {
    const groups = (withPlace.exec(text) ?? withoutPlace.exec(text))?.groups;
    if (groups === undefined) continue;
    const { file, line, column, prettyLine, prettyColumn, code, message } = groups;
    findings.push(
      finding({
        code: `typescript/${code}`,
        file: file === undefined ? posix.join(folder, 'tsconfig.json') : inRepository(file, root, { folder }),
        line: Number(line ?? prettyLine ?? 1),
        column: Number(column ?? prettyColumn ?? 1),
        message: [message, ...explanation(lines.slice(index + 1))].join('\n'),
        fix: nextStep(`${message}`, { name, folder }),
      }),
    );
  }
  return findings;
}

function explanation(following: readonly string[]): readonly string[] {
  const end = following.findIndex((line) => !/^ {2,}\S/.test(line));
  return end === -1 ? following : following.slice(0, end);
}
