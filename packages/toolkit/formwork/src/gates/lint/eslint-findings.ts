import { finding, type Finding } from '../../report/finding.ts';
import { inRepository } from '../turbo/log.ts';
import type { TaskRun } from '../turbo/run-task.ts';

const problem = /^\s+(?<line>\d+):(?<column>\d+)\s+(?<severity>error|warning)\s+(?<text>\S.*)$/;
const file = /^(?:\/|[A-Za-z]:[\\/])\S.*$/;

type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  text: string;
};

/** The problems that ESLint printed in its usual form, `stylish`, warnings of a passing run included. */
export function eslintFindings({ log, folder, package: name }: TaskRun, root: string): readonly Finding[] {
  return problems(log).map(({ text, ...place }) => {
    const { rule, message } = split(text);
    const isOurs = rule?.startsWith('conformance/') ?? false;
    return finding({
      ...place,
      file: inRepository(place.file, root, { folder }),
      code: isOurs ? `${rule}` : `eslint/${rule ?? 'no-rule'}`,
      ...(isOurs ? sentences(message) : { message, fix: fixFor(rule, name) }),
    });
  });
}

/** A message may have several lines; the rule's name stands at the end of the last. */
function problems(log: string): readonly Problem[] {
  const found: Problem[] = [];
  let inFile = '';
  let open: Problem | null = null;
  for (const text of log.split('\n')) {
    const { line, column, severity, text: message } = problem.exec(text)?.groups ?? {};
    if (inFile !== '' && message !== undefined) {
      open = {
        file: inFile,
        line: Number(line),
        column: Number(column),
        severity: severity === 'error' ? 'error' : 'warning',
        text: message,
      };
      found.push(open);
    } else if (file.test(text)) inFile = text;
    else if (text.trim() === '') open = null;
    else if (open !== null) open.text += `\n${text.trim()}`;
  }
  return found;
}

function split(text: string): { readonly rule: string | null; readonly message: string } {
  const columns = /^(?<message>[^]*\S)\s{2,}(?<rule>\S+)$/.exec(text)?.groups;
  return { rule: columns?.['rule'] ?? null, message: columns?.['message'] ?? text };
}

/** Our own rules say what is wrong in their first sentence, and the next step in the others; ESLint takes the last full stop away. */
function sentences(message: string): { readonly message: string; readonly fix: string } {
  const { what = message, fix = 'See the rule' } = /^(?<what>.+?\.)\s+(?<fix>[A-Z][^]*)$/.exec(message)?.groups ?? {};
  return { message: what, fix: `${fix}.` };
}

function fixFor(rule: string | null, name: string): string {
  const again = `pnpm lint --filter ${name} says it again`;
  return rule === null ? `Correct the file so that ESLint can read it; ${again}.` : `Change the code so that ${rule} holds; ${again}.`;
}
