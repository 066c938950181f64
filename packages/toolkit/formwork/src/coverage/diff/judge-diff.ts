import { finding, type Finding } from '../../report/finding.ts';
import type { Allows } from './allowlist.ts';
import { codeLines } from '../code/code-lines.ts';
import type { Coverage } from '../lcov/merged.ts';
import { hitsAt } from '../lcov/record.ts';
import type { ChangedLines } from '../changes/parse-diff.ts';
import { statementLines } from '../code/statement-lines.ts';

/** A changed source as it lies there; its text is null where it cannot be read. */
export type ChangedSource = ChangedLines & { readonly text: string | null };

export type Judged = {
  readonly findings: readonly Finding[];
  /** Changed lines of which the reports know whether they were run. */
  readonly lines: number;
  /** Changed files of which no changed line holds anything to run: types, words. */
  readonly withoutCode: number;
  /** Findings that the allowlist took away. */
  readonly allowed: number;
};

/** Judges every changed line of every changed source by what the reports say of it. Pure. */
export function judgeDiff(sources: readonly ChangedSource[], coverage: Coverage, allows: Allows): Judged {
  const judged = sources.map((source) => judgeSource(source, coverage, allows));
  return {
    findings: judged.flatMap(({ findings }) => findings),
    lines: judged.reduce((sum, { lines }) => sum + lines, 0),
    withoutCode: judged.reduce((sum, { withoutCode }) => sum + withoutCode, 0),
    allowed: judged.reduce((sum, { allowed }) => sum + allowed, 0),
  };
}

const passed: Judged = { findings: [], lines: 0, withoutCode: 0, allowed: 0 };

function judgeSource({ file, lines, text }: ChangedSource, coverage: Coverage, allows: Allows): Judged {
  const measured = coverage.get(file)?.lines ?? null;
  const hits = (line: number): number | undefined => (measured === null ? undefined : hitsAt(measured, line));
  const known = [...lines].filter((line) => hits(line) !== undefined);
  const zeros = known.filter((line) => hits(line) === 0);
  const end = (text ?? '').split('\n').length;
  const beyond = text !== null && (measured?.numbers.at(-1) ?? 0) > end;
  if (measured !== null && known.length > 0 && zeros.length === 0 && !beyond) return { ...passed, lines: known.length };

  // A report may count every line of a file that was never loaded, types and words too: c8 does.
  const code = text === null ? null : codeLines(file, text);
  const changed = [...lines].filter((line) => code?.has(line) ?? true);
  if (changed.length === 0) return { ...passed, withoutCode: 1 };
  if (measured === null)
    return allows.file(file) ? { ...passed, allowed: 1 } : { ...passed, findings: [noData(file, Math.min(...changed))] };

  if (beyond || (known.length === 0 && text !== null && startsAmong(changed, statementLines(file, text)))) {
    return allows.file(file) ? { ...passed, allowed: 1 } : { ...passed, findings: [stale(file, Math.min(...changed))] };
  }

  const texts = (text ?? '').split('\n');
  const uncovered = zeros.filter((line) => changed.includes(line));
  const refused = uncovered.filter((line) => !allows.line(file, texts[line - 1] ?? ''));
  return {
    ...passed,
    findings: refused.map((line) => notRun(file, line, (texts[line - 1] ?? '').trim())),
    lines: known.length,
    allowed: uncovered.length - refused.length,
  };
}

function startsAmong(changed: readonly number[], statements: ReadonlySet<number>): boolean {
  return changed.some((line) => statements.has(line));
}

function notRun(file: string, line: number, text: string): Finding {
  return finding({
    code: 'coverage/uncovered',
    file,
    line,
    message: `No test runs '${text}'.`,
    fix: 'Write a test that runs it, or remove it; then run the tests again with --coverage.',
  });
}

function stale(file: string, line: number): Finding {
  return finding({
    code: 'coverage/stale',
    file,
    line,
    message: `${file} has changed, and its coverage report is of another text.`,
    fix: 'Run the tests again with --coverage.',
  });
}

function noData(file: string, line: number): Finding {
  return finding({
    code: 'coverage/no-coverage-data',
    file,
    line,
    message: `${file} has changed, and no coverage report knows it.`,
    fix: "Let its package's tests run with --coverage, and let the runner include the file.",
  });
}
