import { posix } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import { inRepository } from '../turbo/log.ts';
import type { TaskRun } from '../turbo/run-task.ts';

const withPlace = /^(?<file>\S.*?)(?:\((?<line>\d+),(?<column>\d+)\):|:(?<prettyLine>\d+):(?<prettyColumn>\d+) -) error (?<code>TS\d+): (?<message>.*)$/;
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
        fix: fixFor(`${code}`, `${message}`, name, folder),
      }),
    );
  }
  return findings;
}

function explanation(following: readonly string[]): readonly string[] {
  const end = following.findIndex((line) => !/^ {2,}\S/.test(line));
  return end === -1 ? following : following.slice(0, end);
}

function fixFor(code: string, message: string, name: string, folder: string): string {
  if (code === 'TS2307') return 'Correct the path of the import, or add the package to dependencies and run pnpm install.';
  const contract = /[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v\d+/.exec(message)?.[0];
  if (contract !== undefined) return `Declare ${contract} for this use case in ${folder}/src/feature.manifest.ts, or do without it here.`;
  return `Make the code and its type agree; pnpm typecheck --filter ${name} says it again.`;
}
