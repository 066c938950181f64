import type { ChangedSource, FileEvidence } from './judge-evidence.ts';

/**
 * Counts the changed lines that hold code, where the report by itself shows that all of them were run; null where somebody has to look
 * closer. It is so with most changed files, and spares them the parser: every changed line has a count of its own, which tools give to those
 * on which a statement begins, so has what follows, where a value may stand that begins there, and nothing in the file was left out that
 * could hide behind such a count.
 */
export function plainlyCovered({ lines: changed, text }: ChangedSource, evidence: FileEvidence | null): number | null {
  if (text === null || evidence === null || evidence.freshness === 'stale' || evidence.istanbul.length > 0 || evidence.doubtful !== null || closer.test(text)) return null;
  const { lines, functions, branches } = evidence.coverage;
  const isLineByLine = lines.numbers.at(-1) === lines.numbers.length;
  if (isLineByLine || functions.some(({ hits }) => hits === 0) || branches.some(({ taken }) => !taken)) return null;

  const last = [...lines.numbers.slice(-1), ...functions.map(({ line }) => line), ...branches.map(({ line }) => line), ...changed];
  const until = last.reduce((most, line) => Math.max(most, line), 0);
  let covered = 0;
  let start = 0;
  let nth = 0;
  for (let line = 1; line <= until; line += 1) {
    if (start > text.length) return null;
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    while (Number(lines.numbers[nth]) < line) nth += 1;
    if (changed.has(line) && text.slice(start, end).trim() !== '') {
      if (lines.numbers[nth] !== line || lines.hits[nth] === 0 || lines.hits[nth + 1] === 0) return null;
      covered += 1;
    }
    start = end + 1;
  }
  return covered;
}

/** Hints to a tool, and ends of lines that are none to git. */
const closer = /(?:istanbul|[cv]8|node:coverage)\s+(?:ignore|disable)|\r(?!\n)|[\u2028\u2029]/;
