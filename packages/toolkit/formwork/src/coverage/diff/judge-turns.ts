import type { Arm, Branch, Turn } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import { hitsAt, type LineHits } from '../lcov/record.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import { initializer } from './judge-calls.ts';
import type { Statements } from './judge-statements.ts';
import { inWords, isUntaken, type Tell } from './judge-way.ts';

/**
 * Tells the ways that V8 saw nobody take. It counts ranges; where their places are known, so is what lies in one. lcov has no more than the
 * line on which each begins: at the sign before a way through a branch, or behind what left the block. It is a way where nothing else could be
 * meant, and no way at all where none begins.
 */
export function tellTurns(code: SourceCode, coverage: FileCoverage, statements: Statements | null, tell: Tell): void {
  const { lines, turns: all } = code;
  const tellTurn = turnTeller(code, tell);
  const countAt = statements?.hitsAt ?? null;
  if (countAt !== null) {
    for (const turn of all) if (countAt(turn.at) === 0) tellTurn(lines.at(turn.at), turn);
    tellPast(code, (branch, then) => countAt(then.start) === countAt(branch.start), tell);
    return;
  }
  const turnsOn = Map.groupBy(all, ({ at }) => lines.at(at) + (isAtEnd(at, code) ? 1 : 0));
  const late = linesWithLate(code, turnsOn);
  const leftBehind = linesLeftBehind(code, coverage);
  const untaken = Map.groupBy(coverage.branches.filter(isUntaken), (range) => range.line);
  // What gives the fields of a class their values is a range too, and none that begins in a block.
  const unmadeOn = Map.groupBy(coverage.functions.filter(({ name, hits }) => hits === 0 && initializer.test(name)), ({ line }) => line);
  for (const [line, ranges] of untaken) {
    const turns = turnsOn.get(line) ?? [];
    // c8 tells a range that begins at the end of a line with the next, and Node with the line.
    const left = late.has(line) || untaken.has(line + 1) ? undefined : leftBehind.get(line);
    const count = ranges.length - (unmadeOn.get(line)?.length ?? 0) - (left !== undefined && turns.every(({ at }) => at > left) ? 1 : 0);
    if (count <= 0) continue;
    if (late.has(line) || count < turns.length) tellSome(line, turns, code, tell);
    else for (const turn of turns) tellTurn(line, turn);
  }
  tellBehind({ untaken, counts: coverage.lines }, code, tell);
  const countedOn = new Set(coverage.branches.map(({ line }) => line));
  const isRun = (line: number): boolean => hitsAt(coverage.lines, line) !== 0;
  tellPast(code, ({ start }, then) => !countedOn.has(lines.at(then.start)) && isRun(lines.at(then.start)) && isRun(lines.at(start)), tell);
}

/**
 * Tells the ways past an `if` that nobody took. V8 counts what follows the condition only where that was not run as often as what is around
 * it: where it was, the condition always held.
 */
function tellPast({ branches, lines, hints }: SourceCode, isAlways: (branch: Branch, then: Arm) => boolean, tell: Tell): void {
  for (const branch of branches) {
    const [then, past] = branch.arms;
    // What a tool was told to leave out has no count of its own either.
    const isLeftOut = (line: number): boolean => hints.some((hint) => hint.line <= line && line <= hint.until);
    if (then && past === null && isAlways(branch, then) && !isLeftOut(lines.at(then.start))) tell(lines.at(branch.start), inWords(branch, 1, lines.text), null);
  }
}

type TellTurn = (line: number, turn: Turn) => void;

/** Tells the ways that begin where V8 begins to count: of a chain in a chain, all. One that is no way is told on the line. */
function turnTeller({ branches, turns, lines }: SourceCode, tell: Tell): TellTurn {
  const branchOf = new Map(branches.flatMap((branch) => branch.arms.map((arm) => [arm, branch])));
  const tellArm = (arm: Arm): void => {
    const branch = branchOf.get(arm);
    tell(lines.at(arm.start), branch === undefined ? null : inWords(branch, branch.arms.indexOf(arm), lines.text), arm);
  };
  return (line, { at, end, arm }) => {
    if (arm === null) tell(line, null, null);
    else {
      tellArm(arm);
      if (end > arm.end) for (const inner of turns) if (inner.arm?.outer === arm.outer && inner.at > at && inner.at < end) tellArm(inner.arm);
    }
  };
}

/** Tells that some way was not taken, and nobody knows which. */
function tellSome(line: number, turns: readonly Turn[], code: SourceCode, tell: Tell): void {
  const { lines } = code;
  tell(line, null, null);
  // A way that ends in the midst of a line may be the one, and the line's own count does not tell.
  for (const { arm } of turns) {
    if (arm !== null && (lines.at(arm.start) === lines.at(arm.end - 1) || !isAtEnd(arm.end, code))) tell(lines.at(arm.end - 1), null, null);
  }
}

/** Tells the lines on which, behind what may have left the block at the end of a line, the block ends too: their own count does not tell. */
function tellBehind({ untaken, counts }: { readonly untaken: ReadonlyMap<number, unknown>; readonly counts: LineHits }, code: SourceCode, tell: Tell): void {
  const { units, lines } = code;
  for (const beside of Map.groupBy(units, ({ outer }) => outer).values()) {
    beside.forEach(({ start, end, outer }, index) => {
      const next = beside[index + 1];
      if (next === undefined || outer === null || !isAtEnd(end, code)) return;
      const [line, behind] = [lines.at(end), lines.at(next.start)];
      if (line === behind || behind !== lines.at(outer.end - 1) || hitsAt(counts, behind) === 0) return;
      // c8 tells a range that begins at the end of a line with the next, and Node with the line.
      if ((untaken.has(line) || untaken.has(line + 1)) && leaves.test(lines.text.slice(start, end))) tell(behind, null, null);
    });
  }
}

const leaves = /\b(?:await|break|continue|return|throw|yield)\b/;

function isAtEnd(offset: number, { lines }: SourceCode): boolean {
  return lines.text.slice(offset, lines.start(lines.at(offset) + 1)).trim() === '';
}

/**
 * Lines on which V8 may begin to count behind what left the block: where a statement begins behind another, ends before the sign, or goes on
 * behind what it waited for.
 */
function linesWithLate({ units, waits, lines }: SourceCode, turnsOn: ReadonlyMap<number, readonly Turn[]>): ReadonlySet<number> {
  const behind = /[;}]\s*(?:(?:export|default|const|let|var|await|using)\s+)*$/;
  const late = new Set<number>();
  for (const { start, end } of units) {
    const line = lines.at(start);
    if (behind.test(lines.text.slice(lines.start(line), start)) || turnsOn.get(line)?.some(({ at }) => end < at)) late.add(line);
  }
  for (const end of waits) {
    const behindIt = lines.text.slice(end, lines.start(lines.at(end) + 1)).replace(/\/\/.*/, '');
    if (/[\w$'"`]/.test(behindIt)) late.add(lines.at(end));
  }
  return late;
}

/** Lines at whose end something was left, so that what stands behind was not run; each with the start of the statement that ends there. */
function linesLeftBehind(code: SourceCode, { lines: counts }: FileCoverage): ReadonlyMap<number, number> {
  const { units, turns, lines } = code;
  const left = new Map<number, number>();
  const note = (start: number, end: number, behind: number): void => {
    if (isAtEnd(end, code) && hitsAt(counts, lines.at(behind)) === 0) left.set(lines.at(end), start);
  };
  for (const { at, arm } of turns) if (arm?.outer?.is === 'unit') note(arm.outer.start, at, arm.start);
  for (const beside of Map.groupBy(units, ({ outer }) => outer).values()) {
    beside.forEach(({ start, end }, index) => {
      const next = beside[index + 1];
      if (next !== undefined) note(start, end, next.counted);
    });
  }
  return left;
}
