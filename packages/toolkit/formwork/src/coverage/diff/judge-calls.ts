import type { FunctionCode } from '../code/piece.ts';
import type { SourceCode } from '../code/source-code.ts';
import { hitsAt, type LcovFunction } from '../lcov/record.ts';
import type { FileCoverage } from '../lcov/merged.ts';
import { isLineByLine } from './judge-evidence.ts';

/** What the reports say of calls. */
export type Calls = {
  /** How often a function was called, of those of which that is known. */
  readonly of: ReadonlyMap<FunctionCode, number>;
  /** Lines that hold code of several functions, of which one was never called, and nobody says which. */
  readonly missingOn: ReadonlySet<number>;
  /** Classes of which no instance was made: V8 tells the fields of one as a function. */
  readonly unmade: ReadonlySet<object>;
};

/** How V8 calls what gives the fields of a class their values. It has no name that a source could give. */
export const initializer = /^<.*>$/;

/** Which functions were called. Where a line begins several, the reports tell them in the order of the source, or leave out some. */
export function callsIn(code: SourceCode, coverage: FileCoverage): Calls {
  const of = new Map<FunctionCode, number>();
  const missingOn = new Set<number>();
  const told = Map.groupBy(coverage.functions, ({ name }) => initializer.test(name));
  const toldOn = Map.groupBy(told.get(false) ?? [], ({ line }) => line);
  const rangesOn = isLineByLine(coverage, code.lines) ? calledRanges(coverage, told.get(true) ?? []) : null;
  for (const [line, begun] of Map.groupBy(code.functions, (fn) => lineOf(fn, toldOn, code))) {
    const calls = toldOn.get(line) ?? [];
    const most = Math.max(0, ...calls.map(({ hits }) => hits));
    if (calls.length === begun.length) begun.forEach((fn, index) => of.set(fn, Number(calls[index]?.hits)));
    else if (calls.length > begun.length) {
      // Several reports call them by several names.
      if (begun.length === 1 || most === 0) for (const fn of begun) of.set(fn, most);
    } else if (rangesOn === null) {
      if (calls.some(({ hits }) => hits === 0) && begun.every((fn) => doubtfulLine(fn, code, coverage) === line)) missingOn.add(line);
    } else {
      const called = Math.max(0, rangesOn(line));
      const isNested = begun.every((fn, index) => index === 0 || Number(begun[index - 1]?.end) >= fn.end);
      const doubtful = begun.map((fn) => doubtfulLine(fn, code, coverage)).filter((at) => at !== null);
      if (isNested || called === 0) for (const fn of begun.slice(called)) of.set(fn, 0);
      else if (called < doubtful.length) for (const at of doubtful) missingOn.add(at);
    }
  }
  return { of, missingOn, unmade: unmadeClasses(code, told.get(true) ?? []) };
}

/**
 * How many functions that were called may begin on a line: V8 tells one without a name only by a range of its own, and only where it was
 * called. The file as a whole is a range too, and what gives the fields of a class their values.
 */
function calledRanges({ branches }: FileCoverage, initializers: readonly LcovFunction[]): (line: number) => number {
  const rangesOn = Map.groupBy(branches.slice(1).filter(({ taken }) => Number(taken) > 0), ({ line }) => line);
  const initializersOn = Map.groupBy(initializers.filter(({ hits }) => hits > 0), ({ line }) => line);
  return (line) => (rangesOn.get(line)?.length ?? 0) - (initializersOn.get(line)?.length ?? 0);
}

/** The line of a function's first statement, where its count may be that of what the function stands in; null where it is its own. */
function doubtfulLine(fn: FunctionCode, { firsts, lines }: SourceCode, coverage: FileCoverage): number | null {
  const first = firsts.get(fn);
  if (first === undefined) return null;
  const line = lines.at(first.counted);
  const isShared = line === lines.at(fn.start) || line === lines.at(fn.end - 1);
  return isShared && hitsAt(coverage.lines, line) !== 0 ? line : null;
}

/** The line on which the reports tell a function: tools differ about what is its first word. */
function lineOf({ places, start }: FunctionCode, toldOn: ReadonlyMap<number, unknown>, { lines }: SourceCode): number {
  return places.map(lines.at).find((line) => toldOn.has(line)) ?? lines.at(start);
}

function unmadeClasses({ units, lines }: SourceCode, initializers: readonly LcovFunction[]): ReadonlySet<object> {
  const never = new Set(initializers.filter(({ hits }) => hits === 0).map(({ line }) => line));
  const unmade = new Set<object>();
  for (const { fieldOf, start } of units) if (fieldOf !== null && never.has(lines.at(start))) unmade.add(fieldOf);
  return unmade;
}
