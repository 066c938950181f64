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
    const doubtful = begun.flatMap((fn) => doubtfulLine(fn, code, coverage) ?? []);
    const { known, isUnsure } =
      calls.length >= begun.length
        ? { known: callsByOrder(begun, calls), isUnsure: false }
        : rangesOn === null
          ? { known: [], isUnsure: calls.some(({ hits }) => hits === 0) && doubtful.length === begun.length && doubtful.every((at) => at === line) }
          : neverByRange(begun, rangesOn(line), doubtful.length);
    for (const [fn, hits] of known) of.set(fn, hits);
    if (isUnsure) for (const at of doubtful) missingOn.add(at);
  }
  return { of, missingOn, unmade: unmadeClasses(code, told.get(true) ?? []) };
}

type Known = readonly (readonly [FunctionCode, number])[];

/** The calls of functions that begin on a line, told in their order; of more than there are, several reports call them by several names. */
function callsByOrder(begun: readonly FunctionCode[], calls: readonly LcovFunction[]): Known {
  if (calls.length === begun.length) return begun.map((fn, index) => [fn, Number(calls[index]?.hits)]);
  const most = Math.max(...calls.map(({ hits }) => hits));
  return begun.length === 1 || most === 0 ? begun.map((fn) => [fn, most]) : [];
}

/** Those of which it is plain that they were never called: all, or the inner ones, which nothing but the outer calls. */
function neverByRange(begun: readonly FunctionCode[], called: number, doubtful: number): { readonly known: Known; readonly isUnsure: boolean } {
  const isNested = begun.every((fn, index) => index === 0 || Number(begun[index - 1]?.end) >= fn.end);
  if (isNested || called === 0) return { known: begun.slice(called).map((fn) => [fn, 0]), isUnsure: false };
  return { known: [], isUnsure: called < doubtful };
}

/**
 * How many functions that were called may begin on a line: V8 tells one without a name only by a range of its own, and only where it was
 * called. The file as a whole is a range too, and what gives the fields of a class their values.
 */
function calledRanges({ branches }: FileCoverage, initializers: readonly LcovFunction[]): (line: number) => number {
  const rangesOn = Map.groupBy(branches.slice(1).filter(({ taken }) => Number(taken) > 0), ({ line }) => line);
  const initializersOn = Map.groupBy(initializers.filter(({ hits }) => hits > 0), ({ line }) => line);
  return (line) => Math.max(0, (rangesOn.get(line)?.length ?? 0) - (initializersOn.get(line)?.length ?? 0));
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
function lineOf(fn: FunctionCode, toldOn: ReadonlyMap<number, readonly LcovFunction[]>, { lines }: SourceCode): number {
  const { places, start } = fn;
  const own = lines.at(start);
  // Node never sees a byte order mark, and so tells what begins with its line on the line before.
  if (lines.text.startsWith('\uFEFF') && start === lines.start(own)) {
    const word = /[\w$\u0080-\uFFFF]*/y;
    word.lastIndex = Number(places.at(-1));
    const name = word.exec(lines.text)?.[0];
    if (toldOn.get(own - 1)?.some((told) => told.name === name)) return own - 1;
  }
  return places.map(lines.at).find((line) => toldOn.has(line)) ?? own;
}

function unmadeClasses({ units, lines }: SourceCode, initializers: readonly LcovFunction[]): ReadonlySet<object> {
  const never = new Set(initializers.filter(({ hits }) => hits === 0).map(({ line }) => line));
  const unmade = new Set<object>();
  for (const { fieldOf, start } of units) if (fieldOf !== null && never.has(lines.at(start))) unmade.add(fieldOf);
  return unmade;
}
