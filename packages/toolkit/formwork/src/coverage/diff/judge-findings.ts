import { finding, type Finding } from '../../report/finding.ts';
import type { Hint } from '../code/hints.ts';

const runAgain = 'then run the tests again with --coverage.';

/** A line that no test runs, or not all of it: `unrun` is what. */
export function uncovered(file: string, line: number, text: string, unrun: string | null): Finding {
  const what = unrun === null ? quoted(text) : `${quoted(unrun)} in ${quoted(text)}`;
  return finding({
    code: 'coverage/uncovered',
    file,
    line,
    message: `No test runs ${what}.`,
    fix: `Write a test that runs it, or remove it; ${runAgain}`,
  });
}

/** A line of which a way through a branch was never taken; `ways` say which as half sentences about the tests, or null. */
export function partial(file: string, line: number, text: string, ways: readonly (string | null)[]): Finding {
  const known = [...new Set(ways.map((way) => way ?? 'they do not take every way through it'))];
  return finding({
    code: 'coverage/partial',
    file,
    line,
    message: `Tests run ${quoted(text)}, but ${known.join(', and ')}.`,
    fix: `Write a test that goes that way, or remove it; ${runAgain}`,
  });
}

/** A line of which the report of its file says nothing, though it should. */
export function unknownLine(file: string, line: number, text: string): Finding {
  return finding({
    code: 'coverage/no-coverage-data',
    file,
    line,
    message: `The coverage report of ${file} says nothing of ${quoted(text)}.`,
    fix: 'Run the tests again with --coverage: a report made before the change does not know it.',
  });
}

/** A file that no report knows. */
export function unknownFile(file: string, line: number): Finding {
  return finding({
    code: 'coverage/no-coverage-data',
    file,
    line,
    message: `${file} has changed, and no coverage report knows it.`,
    fix: "Let its package's tests run with --coverage, and let the runner include the file.",
  });
}

/** A file that was measured when it was another. */
export function stale(file: string, line: number): Finding {
  return finding({
    code: 'coverage/stale',
    file,
    line,
    message: `${file} has changed, and its coverage report is of another text.`,
    fix: 'Run the tests again with --coverage.',
  });
}

/** A comment that tells a tool to look away, and does not say why. */
export function withoutReason(file: string, { line, tool }: Hint): Finding {
  return finding({
    code: 'coverage/ignore-without-reason',
    file,
    line,
    message: `A comment tells ${tool} to look away from what has changed, and does not say why.`,
    fix: 'Take it out and test the code, or say why behind two dashes: /* v8 ignore next -- cannot fail here */.',
  });
}

/** What fits into a sentence of a source: its first line, without the space around it. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s*\n[^]*$/, '');
  return `'${line.length > 80 ? `${line.slice(0, 79)}…` : line}'`;
}
