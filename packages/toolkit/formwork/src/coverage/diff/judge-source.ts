import type { Finding } from '../../report/finding.ts';
import { sourceExtensions } from '../changes/source-file.ts';
import { hintsIn, type Hint } from '../code/hints.ts';
import { readCode } from '../code/source-code.ts';
import { textLines } from '../code/text-lines.ts';
import { coverageTold } from '../istanbul/coverage-told.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import type { Allows } from './allowlist.ts';
import type { ChangedSource, FileEvidence } from './judge-evidence.ts';
import { partial, stale, uncovered, unknownFile, unknownLine, withoutReason } from './judge-findings.ts';
import { judgeLines, type JudgedLine, type LineKind } from './judge-lines.ts';
import { judgeByReport, judgeUnparsed, wordLines } from './judge-report-alone.ts';

export type JudgedSource = {
  readonly findings: readonly Finding[];
  /** The hints that have changed, or that are about what has. */
  readonly hints: readonly Hint[];
  /** How many changed lines hold something to run, and were held against a report. */
  readonly lines: number;
  /** Whether no changed line holds anything to run: types, words. */
  readonly isWithoutCode: boolean;
  /** How many findings the allowlist took away. */
  readonly allowed: number;
};

/** Judges every changed line of a source by what the reports say of the file; null where none knows it. Pure. */
export function judgeSource(source: ChangedSource, evidence: FileEvidence | null, allows: Allows): JudgedSource {
  const { file } = source;
  const reading = read(source);
  const asked = [...source.lines].sort((a, b) => a - b);
  const isStale = evidence !== null && (evidence.freshness === 'stale' || reading.isShorterThan(evidence.coverage));
  const judged = evidence === null || isStale ? null : judgeBoth(reading, evidence, asked);
  const executable = judged === null ? reading.executable(asked) : [...judged.keys()];
  const hints = reading.hints.filter(({ line, until, end }) => {
    if (source.lines.has(line) || (end !== null && source.lines.has(end))) return true;
    return executable.some((changed) => line <= changed && changed <= until);
  });
  const unexplained = hints.filter(({ reason }) => reason === null).map((hint) => withoutReason(file, hint));
  const facts = { hints, lines: judged?.size ?? 0, isWithoutCode: executable.length === 0, allowed: 0 };
  // A tool that was told to look away from a whole file may leave it out of its report.
  const isLeftOut = (line: number): boolean => hints.some((hint) => hint.line <= line && line <= hint.until);
  const first = evidence === null ? executable.find((line) => !isLeftOut(line)) : executable[0];
  if (first === undefined) return { ...facts, findings: unexplained };

  if (judged === null) {
    if (allows.file(file)) return { ...facts, findings: unexplained, allowed: 1 };
    return { ...facts, findings: isStale ? [stale(file, first)] : [...unexplained, unknownFile(file, first)] };
  }
  const found = [...judged].flatMap(([line, judgement]) => findingOf(file, line, reading.textOf(line), judgement));
  const refused = found.filter(({ line }) => !allows.line(file, reading.textOf(line)));
  const findings = [...unexplained, ...refused].sort((a, b) => a.line - b.line);
  return { ...facts, findings, allowed: found.length - refused.length };
}

/** Says of every line of a source that holds something to run what is known of it; for those who show the whole file. */
export function paintSource(source: Omit<ChangedSource, 'lines'>, evidence: FileEvidence | null): ReadonlyMap<number, LineKind | 'stale'> {
  const reading = read(source);
  const asked = Array.from({ length: reading.count }, (_, index) => index + 1);
  if (evidence === null) return new Map(reading.executable(asked).map((line) => [line, 'no-coverage-data']));
  if (evidence.freshness === 'stale' || reading.isShorterThan(evidence.coverage)) {
    return new Map(reading.executable(asked).map((line) => [line, 'stale']));
  }
  return new Map(Array.from(judgeBoth(reading, evidence, asked), ([line, { kind }]) => [line, kind]));
}

/** Where two forms of a report tell different counts, a line has the worse of what each of them says. */
function judgeBoth({ judge }: Reading, evidence: FileEvidence, asked: readonly number[]): ReadonlyMap<number, JudgedLine> {
  const judged = judge(evidence, asked);
  const { doubtful } = evidence;
  if (doubtful === null) return judged;
  const alone = judge({ ...evidence, coverage: coverageTold(doubtful), istanbul: [doubtful] }, asked);
  return new Map(Array.from(judged, ([line, one]) => [line, worse(one, alone.get(line) ?? one)]));
}

/** What the other does not know is no worse; it may know of a way, and not of the line. */
function worse(one: JudgedLine, other: JudgedLine): JudgedLine {
  if (one.kind === 'uncovered') return one;
  if (other.kind === 'uncovered') return other;
  const isPartial = other.kind === 'partial' || (other.kind === 'no-coverage-data' && other.ways.length > 0);
  return isPartial ? { ...other, kind: 'partial' } : one;
}

function findingOf(file: string, line: number, text: string, { kind, unrun, ways }: JudgedLine): readonly Finding[] {
  switch (kind) {
    case 'uncovered':
      return [uncovered(file, line, text, unrun)];
    case 'partial':
      return [partial(file, line, text, ways)];
    case 'no-coverage-data':
      return [unknownLine(file, line, text)];
    case 'covered':
    case 'ignored':
      return [];
  }
}

/** What a source is to the judge, in whatever language it is written. Lines are asked for ascending. */
type Reading = {
  readonly count: number;
  readonly hints: readonly Hint[];
  readonly textOf: (line: number) => string;
  readonly executable: (asked: readonly number[]) => readonly number[];
  readonly judge: (evidence: FileEvidence, asked: readonly number[]) => ReadonlyMap<number, JudgedLine>;
  /** Whether a report speaks of lines that are not there. */
  readonly isShorterThan: (coverage: FileCoverage) => boolean;
};

function read({ file, text }: Omit<ChangedSource, 'lines'>): Reading {
  if (text === null) return unreadable;
  const isOurs = sourceExtensions.some((extension) => file.endsWith(`.${extension}`));
  const code = isOurs ? readCode(file, text) : null;
  const lines = code?.lines ?? textLines(text);
  const common = { count: lines.count, textOf: lines.of, isShorterThan: isBeyond(longestCount(text, lines.count)) };
  if (code !== null) {
    return {
      ...common,
      hints: code.hints,
      executable: (asked) => [...code.piecesOn(asked).keys()],
      judge: (evidence, asked) => judgeLines(code, evidence, asked),
    };
  }
  return {
    ...common,
    hints: isOurs ? hintsIn(commentsIn(text), null, lines) : [],
    executable: (asked) => wordLines(lines, asked),
    judge: (evidence, asked) => (isOurs ? judgeUnparsed(lines, evidence, asked) : judgeByReport(evidence, wordLines(lines, asked))),
  };
}

/** A file that only a diff and a report know: where the report knows none of its changed lines, nothing is known. */
const unreadable: Reading = {
  count: 0,
  hints: [],
  textOf: () => '',
  executable: (asked) => asked,
  judge: (evidence, asked) => {
    const known = judgeByReport(evidence, asked);
    return known.size > 0 ? known : new Map(asked.slice(0, 1).map((line) => [line, { kind: 'no-coverage-data', unrun: null, ways: [] }]));
  },
  isShorterThan: () => false,
};

/** Some tools end a line where the language does, and not only where git does. */
function longestCount(text: string, count: number): number {
  return /\r(?!\n)|[\u2028\u2029]/.test(text) ? Math.max(count, text.split(/\r\n|[\r\n\u2028\u2029]/).length) : count;
}

function isBeyond(count: number): Reading['isShorterThan'] {
  return ({ lines, functions, branches }) =>
    Number(lines.numbers.at(-1)) > count || [...functions, ...branches].some(({ line }) => line > count);
}

/** What looks like a comment, where nobody can say what is one. */
function commentsIn(text: string): readonly { readonly start: number; readonly end: number; readonly value: string }[] {
  return Array.from(text.matchAll(/\/\/(?<line>[^\n]*)|\/\*(?<block>[^]*?)\*\//g), ({ 0: all, index, groups }) => ({
    start: index,
    end: index + all.length,
    value: groups?.['line'] ?? `${groups?.['block']}`,
  }));
}
